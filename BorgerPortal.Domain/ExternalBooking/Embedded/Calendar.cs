using BorgerPortal.Domain.Persistence.Queries;
using BorgerPortal.Domain.Planner;

namespace BorgerPortal.Domain.ExternalBooking.Embedded;

/// <summary>What is taken of some caseworkers' time in one stretch, to ask it who is free.</summary>
internal sealed class Calendar
{
    private readonly Dictionary<long, List<Block>> _blocks = [];

    /// <param name="blocks">In order of their start.</param>
    public Calendar(IEnumerable<Block> blocks)
    {
        foreach (var block in blocks)
        {
            if (!_blocks.TryGetValue(block.CaseWorkerId, out var own))
            {
                _blocks[block.CaseWorkerId] = own = [];
            }

            own.Add(block);
        }
    }

    /// <summary>
    /// Whether a caseworker of a time has a seat to give. A group's seats are told by its counter, and its caseworkers' time
    /// is its own already.
    /// </summary>
    public bool HasSeat(PlannedOption option, TimeslotRow time, long caseWorkerId, int seatsTaken) => time.TotalSeats is { } seats
        ? seatsTaken < seats
        : IsFree(caseWorkerId, time.Start, time.Start + option.BlockLength);

    public bool IsFree(long caseWorkerId, DateTimeOffset start, DateTimeOffset end)
    {
        if (!_blocks.TryGetValue(caseWorkerId, out var own))
        {
            return true;
        }

        // A caseworker's blocks never overlap, so only the last one that starts before the end can reach into it.
        var (low, high) = (0, own.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = own[middle].Start < end ? (middle + 1, high) : (low, middle);
        }

        return low == 0 || own[low - 1].End <= start;
    }
}

/// <summary>A piece of a caseworker's time that is taken.</summary>
internal readonly record struct Block(long CaseWorkerId, DateTimeOffset Start, DateTimeOffset End);
