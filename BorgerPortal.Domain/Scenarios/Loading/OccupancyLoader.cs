using BorgerPortal.Domain.Bookings;

namespace BorgerPortal.Domain.Scenarios.Loading;

/// <summary>
/// Takes the caseworkers' time that the file claims. Two sessions in one piece of it are a fault, told here of the later
/// of the two rows; the database would refuse it too, but not say where.
/// </summary>
internal sealed class OccupancyLoader(ImportWork work)
{
    private readonly HashSet<Guid> _groupSessions = [.. work.GroupTimes.Keys.Select(timeslot => timeslot.Session!.Value)];

    public async Task LoadAsync(BulkReads bulk)
    {
        var ofGroups = (await bulk.OccupanciesOfSessionsAsync([.. _groupSessions]))
            .ToLookup(piece => (piece.Session, piece.CaseWorkerId, piece.Start, piece.End));
        var kept = new HashSet<Occupancy>();
        var taken = await ReadTakenAsync(bulk);
        foreach (var claims in work.Claims.Index().GroupBy(claim => claim.Item.CaseWorker))
        {
            var pieces = claims.Select(claim => new Piece(claim.Item, claim.Index)).Concat(taken[claims.Key.Id]).ToList();
            foreach (var claim in Sweep(pieces))
            {
                if (ofGroups[(claim.Session, claim.CaseWorker.Id, claim.Start, claim.End)].FirstOrDefault() is { } there)
                {
                    kept.Add(there);
                    continue;
                }

                work.AddLater(() => new Occupancy
                {
                    CaseWorkerId = claim.CaseWorker.Id,
                    Start = claim.Start,
                    End = claim.End,
                    Session = claim.Session,
                });
            }
        }

        foreach (var piece in ofGroups.SelectMany(pieces => pieces).Where(piece => !kept.Contains(piece)))
        {
            work.Remove(piece);
        }
    }

    /// <summary>What is taken already of the time that the claims are about, but for the file's group times, which say it anew.</summary>
    private async Task<ILookup<long, Piece>> ReadTakenAsync(BulkReads bulk)
    {
        var taken = await bulk.OverlapsAsync([.. work.Claims.Select(claim => (claim.CaseWorker.Id, claim.Start, claim.End)).Distinct()]);
        return taken.Where(piece => !_groupSessions.Contains(piece.Session))
            .ToLookup(piece => piece.CaseWorkerId, piece => new Piece(piece));
    }

    /// <summary>Goes through one caseworker's pieces in order of time; gives the claims that are not covered by their own session.</summary>
    private IEnumerable<TimeClaim> Sweep(List<Piece> pieces)
    {
        Piece? last = null;
        foreach (var piece in pieces.OrderBy(piece => piece.Start).ThenBy(piece => piece.Order))
        {
            if (last is null || piece.Start >= last.End)
            {
                last = piece;
            }
            else if (piece.Session != last.Session)
            {
                Refuse(last, piece);
                last = piece.End > last.End ? piece : last;
                continue;
            }
            else if (piece.End <= last.End)
            {
                continue;
            }
            else
            {
                last = piece;
            }

            if (piece.Claim is { } claim)
            {
                yield return claim;
            }
        }
    }

    private void Refuse(Piece one, Piece other)
    {
        var (first, later) = one.Order < other.Order ? (one, other) : (other, one);
        work.Faults.Add(later.Claim!.Path, first.Claim is { } by
            ? $"The caseworker's time is taken by {by.Path}."
            : "The caseworker's time is taken already.");
    }

    /// <summary>A piece that a row of the file claims, or that is taken already: those come before all claims.</summary>
    private sealed record Piece(DateTimeOffset Start, DateTimeOffset End, Guid Session, int Order, TimeClaim? Claim)
    {
        public Piece(TimeClaim claim, int order)
            : this(claim.Start, claim.End, claim.Session, order, claim)
        {
        }

        public Piece(Occupancy taken)
            : this(taken.Start, taken.End, taken.Session, -1, null)
        {
        }
    }
}
