using System.Globalization;

namespace BorgerPortal.E2E.Contention;

/// <summary>A few seats to which many citizens want to move a booking of their own, and which the others want to book.</summary>
/// <param name="Seats">How many there are.</param>
/// <param name="Weeks">Its place in the calendar, with an offer and caseworkers of its own.</param>
/// <param name="Movers">How many of the citizens have a booking of their own, each at a time of its own.</param>
/// <param name="IsGroup">Whether the seats are a group's, else each is a caseworker's.</param>
internal sealed record MovePrize(int Seats, int Weeks, int Movers = RushScenario.Callers, bool IsGroup = false)
{
    private const int DaysEach = 14;

    private static readonly DateTime First = new(2027, 4, 5, 0, 0, 0, DateTimeKind.Unspecified);

    public Guid Offer { get; } = Guid.ParseExact($"5b1f6f0a-{Weeks + 100:D4}-4000-8000-000000000001", "D");

    /// <summary>What everybody wants.</summary>
    public string Target => At(First.AddDays((DaysEach * Weeks) + 10).AddHours(9));

    public IEnumerable<string> CaseWorkers => Enumerable.Range(1, IsGroup ? 1 : Seats).Select(number => $"RID-M{Weeks}-{number}");

    /// <summary>Each time with its seats, where it is a group's: one at home for each mover, and the target.</summary>
    public IEnumerable<(string Start, int? GroupSeats)> Times =>
        Enumerable.Range(0, Movers).Select(mover => (HomeOf(mover), IsGroup ? 1 : (int?)null)).Append((Target, IsGroup ? Seats : null));

    /// <summary>What a mover has before.</summary>
    public string HomeOf(int mover) => At(First.AddDays(DaysEach * Weeks).AddMinutes(30 * mover));

    public override string ToString() => $"{Movers} who move to {Seats} {(IsGroup ? "seats of a group" : "caseworkers")}";

    private static string At(DateTime local) => local.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);
}
