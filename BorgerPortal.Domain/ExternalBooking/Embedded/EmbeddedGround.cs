using BorgerPortal.Domain.Planner;

namespace BorgerPortal.Domain.ExternalBooking.Embedded;

/// <summary>What the embedded planner keeps with a ground, so that planning the seat reads nothing more.</summary>
/// <param name="Planned">The offer as it is kept.</param>
/// <param name="Timeslot">The time; null where there is none.</param>
/// <param name="Start">The start that was asked for.</param>
/// <param name="Free">The caseworkers who can hold a meeting then: on an individual time those who are free, on a group time its own.</param>
/// <param name="LeastBusy">Those of them who have the fewest meetings that day.</param>
/// <param name="WishedFor">The caseworker whom the citizen wishes for.</param>
internal sealed record EmbeddedGround(
    InterviewOption Option,
    SupervisorStanding Standing,
    PlannedOption Planned,
    PlannedTimeslot? Timeslot,
    DateTimeOffset Start,
    IReadOnlyList<CaseWorker> Free,
    IReadOnlyList<CaseWorker> LeastBusy,
    string? WishedFor)
    : BookingGround(Option, Timeslot?.ContactTypes, Standing)
{
    public override IEnumerable<(string Name, object? Value)> OfSeat =>
    [
        .. base.OfSeat,
        .. Timeslot is not { } time
            ? Array.Empty<(string, object?)>()
            : time.IsGroup
                ? [("pladser", time.TotalSeats), ("optagne", time.SeatsTaken)]
                : [("ledigeSagsbehandlere", Free.Count)],
        .. WishedFor is null ? Array.Empty<(string, object?)>() : [("oensketErLedig", Free.Any(worker => worker.Identifier == WishedFor))],
    ];
}
