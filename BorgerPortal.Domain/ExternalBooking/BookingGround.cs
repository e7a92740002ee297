namespace BorgerPortal.Domain.ExternalBooking;

/// <summary>How a caseworker whom a citizen wishes for stands to an offer.</summary>
public enum SupervisorStanding
{
    NotAskedFor = 0,

    /// <summary>On no offer and no register that the planner shows: 4822.</summary>
    Unknown,

    /// <summary>Known, but not on this offer, or the offer gives no choice: 9003.</summary>
    NotOnOption,

    OnOption,
}

/// <summary>What a planner says of one time, before it is asked to give it away. An adapter may keep more with it.</summary>
/// <param name="Option">The offer.</param>
/// <param name="TimeslotContactTypes">How the time may be held; null where there is no such time.</param>
/// <param name="Standing">How the caseworker wished for stands to the offer.</param>
public record BookingGround(InterviewOption Option, IReadOnlyList<int>? TimeslotContactTypes, SupervisorStanding Standing)
{
    /// <summary>What decides whether there is a seat, for whoever asks why.</summary>
    public virtual IEnumerable<(string Name, object? Value)> OfSeat => [("tidFindes", TimeslotContactTypes is not null)];
}
