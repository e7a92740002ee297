using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace BorgerPortal.Domain.Audit;

/// <summary>Where a page of the audit log begins: the line after this one, newest first.</summary>
public readonly record struct AuditPlace(DateTimeOffset At, long Id);

/// <summary>What a citizen reads of the audit log about them: one line, or several looks that were alike.</summary>
/// <param name="First">The first of them.</param>
/// <param name="Last">The last of them; the same where there is one.</param>
/// <param name="Count">How many there are.</param>
/// <param name="JobCentre">What the jobcentre is called that a caseworker looked from.</param>
public sealed record AuditLine(AuditEntry First, AuditEntry Last, int Count, string? JobCentre = null);

/// <summary>A page of it, newest first.</summary>
/// <param name="Lines">The lines.</param>
/// <param name="Next">Where the next, older page begins; null where this is the last.</param>
public sealed record AuditPage(IReadOnlyList<AuditLine> Lines, AuditPlace? Next);

/// <summary>
/// The audit log as the citizen may read it: everybody who has looked at or changed what is kept about them. Looks of one
/// asker on one day that follow each other are folded into one line, so that the citizen's own do not hide what others did; a
/// caseworker's look and every change stand alone.
/// </summary>
public sealed class CitizenAudit(IDbContextFactory<BookingDbContext> contexts, CitizenFiles files, ReadAudit audit)
{
    private const int LinesOnAPage = 25;

    /// <summary>No page reads more, however much is folded.</summary>
    private const int MostRead = 1_000;

    /// <summary>A page of the log, with what was noted until now. Errors: 8111.</summary>
    public async Task<Result<AuditPage>> ReadAsync(CitizenReference citizen, AuditPlace? after, CancellationToken cancellationToken)
    {
        if (await files.FindIdAsync(citizen, cancellationToken) is not { } id)
        {
            return Errors.CitizenLookupFailed;
        }

        await audit.FlushAsync();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var entries = context.AuditEntries.AsNoTracking().Where(entry => entry.CitizenId == id);
        if (after is { } place)
        {
            entries = entries.Where(entry => entry.At < place.At || (entry.At == place.At && entry.Id < place.Id));
        }

        var read = await entries.OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Id).Take(MostRead).ToListAsync(cancellationToken);
        var page = Fold(read);
        return page with { Lines = await NameAsync(page.Lines, context, cancellationToken) };
    }

    private static AuditPage Fold(List<AuditEntry> entries)
    {
        var lines = new List<AuditLine>();
        foreach (var (number, entry) in entries.Index())
        {
            if (lines is [.., var last] && MayFold(last.First, entry))
            {
                lines[^1] = last with { First = entry, Count = last.Count + 1 };
            }
            else if (lines.Count == LinesOnAPage)
            {
                return new AuditPage(lines, new AuditPlace(entries[number - 1].At, entries[number - 1].Id));
            }
            else
            {
                lines.Add(new AuditLine(entry, entry, 1));
            }
        }

        return new AuditPage(lines, entries.Count == MostRead ? new AuditPlace(entries[^1].At, entries[^1].Id) : null);
    }

    /// <summary>A citizen reads which jobcentre a caseworker looked from. Who the caseworker is stands in the log, for the authority.</summary>
    private static async Task<IReadOnlyList<AuditLine>> NameAsync(
        IReadOnlyList<AuditLine> lines, BookingDbContext context, CancellationToken cancellationToken)
    {
        var codes = lines.Where(IsByCaseWorker).Select(line => line.Last.JobCentreCode!).Distinct().ToList();
        if (codes.Count == 0)
        {
            return lines;
        }

        var names = await context.JobCentres.Where(jobCentre => codes.Contains(jobCentre.Code))
            .ToDictionaryAsync(jobCentre => jobCentre.Code, jobCentre => jobCentre.Name, cancellationToken);
        return [.. lines.Select(line => IsByCaseWorker(line) ? line with { JobCentre = names.GetValueOrDefault(line.Last.JobCentreCode!) } : line)];
    }

    private static bool IsByCaseWorker(AuditLine line) => line.Last is { ActorKind: ActorKind.CaseWorker, JobCentreCode: not null };

    private static bool MayFold(AuditEntry one, AuditEntry other) =>
        one.ActorKind is ActorKind.Citizen or ActorKind.Client
        && AuditNames.IsLook(one.Operation) && AuditNames.IsLook(other.Operation)
        && (one.ActorKind, one.Actor, one.At.DanishDate()) == (other.ActorKind, other.Actor, other.At.DanishDate());
}
