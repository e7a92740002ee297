namespace BorgerPortal.Domain.Citizens;

/// <summary>A time in which something else holds for a citizen (fravær).</summary>
public sealed class Absence
{
    public const int ExemptFromSelfBooking = 56;
    public const int DeprivedOfSelfBooking = 57;
    public const int ContactIsWithUnemploymentFund = 75;

    /// <summary>The types that close deadlines, for queries; <see cref="ClosesDeadlines"/> asks them too.</summary>
    public static readonly IReadOnlyList<int> ClosingDeadlines = [ExemptFromSelfBooking, DeprivedOfSelfBooking, ContactIsWithUnemploymentFund];

    public long Id { get; set; }

    public long CitizenId { get; set; }

    /// <summary>Its place among the citizen's in the file that it came from; counted from 0.</summary>
    public int Position { get; set; }

    public required int Type { get; set; }

    /// <summary>The first day, Danish calendar.</summary>
    public required DateOnly From { get; set; }

    /// <summary>The last day; null is until further notice.</summary>
    public DateOnly? To { get; set; }

    public bool IsCurrent(DateOnly today) => From <= today && (To is null || today <= To);

    public bool TakesAwaySelfBooking => Type is DeprivedOfSelfBooking or ContactIsWithUnemploymentFund;

    public bool ClosesDeadlines => ClosingDeadlines.Contains(Type);
}
