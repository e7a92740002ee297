using BorgerPortal.E2E.Durability;

namespace BorgerPortal.E2E.Contention;

/// <summary>What came of a rush.</summary>
/// <param name="Seats">How many seats there were.</param>
/// <param name="Booked">Rows of bookings.</param>
/// <param name="Answers">What each caller was told, and after how long.</param>
internal sealed record RushOutcome(int Seats, long Booked, IReadOnlyList<CallOutcome> Answers)
{
    private const string TimeNoLongerAvailable = "4819";
    private const string BookingAlreadyTaken = "4767";
    private const string JobInterviewAlreadyBooked = "8273";

    public int Sold => Answers.Count(answer => answer.Status is 201 or 204);

    /// <summary>Exactly as many as there are seats have one, and everybody else was told that there is none.</summary>
    public bool IsSound => Sold == Seats && Booked == Seats
        && Answers.Count(answer => answer.Code is TimeNoLongerAvailable or BookingAlreadyTaken or JobInterviewAlreadyBooked) == Answers.Count - Seats;

    public TimeSpan P99 => Answers.Select(answer => answer.Took).Order().ElementAt(Answers.Count * 99 / 100);

    public override string ToString() =>
        $"{Seats} seats: {Sold} sold, {Booked} booked, p99 {P99.TotalMilliseconds:F0} ms; "
        + string.Join(", ", Answers.CountBy(answer => (answer.Status, answer.Code)).Select(group => $"{group.Key.Status} {group.Key.Code}: {group.Value}"));
}
