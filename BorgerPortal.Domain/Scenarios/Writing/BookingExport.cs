using System.Text.Json;
using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Planner;
using BorgerPortal.Domain.Security;
using Microsoft.EntityFrameworkCore;

namespace BorgerPortal.Domain.Scenarios.Writing;

/// <summary>The bookings of an export: by their citizens, since ids of bookings are random. Those that a file cannot hold are counted.</summary>
internal sealed class BookingExport(
    BookingDbContext context,
    PersonnummerVault vault,
    Dictionary<long, CaseWorker> caseWorkers,
    Utf8JsonWriter json,
    int citizensAtOnce,
    CancellationToken cancellationToken)
{
    /// <summary>Left out: their outcome is not known yet.</summary>
    public int Pending { get; private set; }

    /// <summary>Left out: their caseworker is another planner's.</summary>
    public int OfOtherPlanners { get; private set; }

    /// <param name="after">The citizen whose bookings were written last.</param>
    /// <returns>The last citizen whose bookings were looked at, how many were written, and whether there was no citizen left.</returns>
    public async Task<(long Last, int Count, bool IsEnd)> WriteAsync(long after)
    {
        var citizens = await context.Citizens
            .Where(citizen => citizen.Id > after).OrderBy(citizen => citizen.Id).Take(citizensAtOnce)
            .Select(citizen => new { citizen.Id, citizen.PersonnummerCipher }).ToListAsync(cancellationToken);
        if (citizens.Count == 0)
        {
            return (after, 0, true);
        }

        var last = citizens[^1].Id;
        var ciphers = citizens.ToDictionary(citizen => citizen.Id, citizen => citizen.PersonnummerCipher);
        var bookings = await context.Bookings.AsNoTracking()
            .Where(booking => booking.CitizenId > after && booking.CitizenId <= last && booking.CaseWorkerId != null && booking.State != BookingState.Pending)
            .OrderBy(booking => booking.CitizenId).ThenBy(booking => booking.Details.Start).ThenBy(booking => booking.Id)
            .ToListAsync(cancellationToken);
        foreach (var booking in bookings)
        {
            json.WriteStartObject();
            BookingWriter.Write(
                json, booking, vault.Decipher(ciphers[booking.CitizenId]), caseWorkers[booking.CaseWorkerId!.Value]);
            json.WriteEndObject();
        }

        await CountLeftOutAsync(after, last);
        return (last, bookings.Count, false);
    }

    private async Task CountLeftOutAsync(long after, long last)
    {
        var leftOut = await context.Bookings
            .Where(booking => booking.CitizenId > after && booking.CitizenId <= last && (booking.CaseWorkerId == null || booking.State == BookingState.Pending))
            .GroupBy(booking => booking.State == BookingState.Pending)
            .Select(bookings => new { IsPending = bookings.Key, Count = bookings.Count() }).ToListAsync(cancellationToken);
        Pending += leftOut.Where(row => row.IsPending).Sum(row => row.Count);
        OfOtherPlanners += leftOut.Where(row => !row.IsPending).Sum(row => row.Count);
    }
}
