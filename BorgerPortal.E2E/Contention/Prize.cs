using System.Globalization;

namespace BorgerPortal.E2E.Contention;

/// <summary>What many citizens want at once: a few seats.</summary>
/// <param name="Name">Which kind.</param>
/// <param name="Seats">How many there are.</param>
/// <param name="Day">Each has a day, offers and caseworkers of its own, so that none stands in another's way.</param>
internal sealed record Prize(string Name, int Seats, int Day)
{
    public const string Individual = "individual";
    public const string Group = "group";
    public const string Overlapping = "two overlapping offers";

    /// <summary>Offers with the time at which each has its seats.</summary>
    public IReadOnlyList<(Guid Offer, string Start)> Times => Name == Overlapping
        ? [(OfferId(1), StartAt(0)), (OfferId(2), StartAt(15))]
        : [(OfferId(1), StartAt(0))];

    public int? GroupSeats => Name == Group ? Seats : null;

    public IEnumerable<string> CaseWorkers => Enumerable.Range(1, Name == Group ? 1 : Seats).Select(number => $"RID-{Day}-{number}");

    private Guid OfferId(int number) => Guid.ParseExact($"5b1f6f0a-{Day:D4}-4000-8000-{number:D12}", "D");

    private string StartAt(int minute) =>
        new DateTime(2027, 3, 8, 9, minute, 0, DateTimeKind.Unspecified).AddDays(Day).ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);
}
