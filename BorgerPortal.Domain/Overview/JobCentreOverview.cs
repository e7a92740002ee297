namespace BorgerPortal.Domain.Overview;

/// <summary>A jobcentre's offers at a glance.</summary>
/// <param name="Offers">By title.</param>
/// <param name="Unmet">Open deadlines that no offered time can meet, the most urgent first.</param>
public sealed record JobCentreOverview(IReadOnlyList<OfferAtAGlance> Offers, IReadOnlyList<UnmetDeadlines> Unmet);

/// <summary>An offer and what becomes of whoever books it.</summary>
public sealed record OfferAtAGlance
{
    public required Guid OptionId { get; init; }

    public required string Title { get; init; }

    public required int InterviewType { get; init; }

    public required int InterviewFormType { get; init; }

    /// <summary>Whether it is switched on.</summary>
    public required bool Active { get; init; }

    /// <summary>Whether it is switched on and today is a day of its validity.</summary>
    public required bool IsOffered { get; init; }

    /// <summary>Times that are still to come, taken or not.</summary>
    public required int Times { get; init; }

    /// <summary>Those that are free.</summary>
    public required int FreeTimes { get; init; }

    /// <summary>The first of them, UTC.</summary>
    public DateTimeOffset? FirstFree { get; init; }

    /// <summary>The first that is free and breaks nothing, UTC.</summary>
    public DateTimeOffset? FirstSound { get; init; }

    /// <summary>What its times to come break, whoever books them, in the order of the rules.</summary>
    public required IReadOnlyList<BrokenAtAGlance> Breaks { get; init; }
}

/// <summary>A rule that an offer breaks by itself.</summary>
/// <param name="Code">The rule's.</param>
/// <param name="Times">At how many of its times to come.</param>
public sealed record BrokenAtAGlance(ErrorCode Code, int Times);

/// <summary>Open deadlines that no offered time can meet.</summary>
/// <param name="InterviewType">SamtaleType.</param>
/// <param name="HoldBy">SidsteAfholdelsesdato, Danish calendar.</param>
/// <param name="CitizenIds">Whose they are, by our own id: who that is, a caseworker learns by a look-up with a reason.</param>
public sealed record UnmetDeadlines(int InterviewType, DateOnly HoldBy, IReadOnlyList<long> CitizenIds);
