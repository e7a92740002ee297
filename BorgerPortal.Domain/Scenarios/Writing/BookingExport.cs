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
            .Where(booking => booking.CitizenId > after && booking.CitizenId <= last)
            .OrderBy(booking => booking.CitizenId).ThenBy(booking => booking.Details.Start).ThenBy(booking => booking.Id)
            .ToListAsync(cancellationToken);
        var count = 0;
        foreach (var booking in bookings)
        {
            if (booking.State == BookingState.Pending)
            {
                Pending++;
            }
            else if (booking.CaseWorkerId is not { } caseWorker)
            {
                OfOtherPlanners++;
            }
            else
            {
                json.WriteStartObject();
                BookingWriter.Write(json, booking, vault.Decipher(ciphers[booking.CitizenId]), caseWorkers[caseWorker]);
                json.WriteEndObject();
                count++;
            }
        }

        return (last, count, false);
    }
}
