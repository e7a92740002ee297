namespace BorgerPortal.Domain.Evidence;

/// <summary>What a receipt proves.</summary>
public enum EvidenceKind
{
    /// <summary>Of all offers that would meet the deadline, none had a free time up to its last day.</summary>
    NoFreeTime = 1,

    /// <summary>The booking system did not answer, or not soundly (4769, 9303, 9329).</summary>
    NoAnswer = 2,
}

/// <summary>
/// A dated receipt of what the portal asked a booking system for a citizen and what it was answered: the proof that a deadline
/// was not missed by the citizen's fault. The portal asks itself, when the citizen asks for the receipt, and writes what it saw;
/// afterwards the database refuses every change of it.
/// </summary>
public sealed class EvidenceReceipt
{
    /// <summary>The reference that the citizen shows.</summary>
    public required Guid Id { get; set; }

    public required long CitizenId { get; set; }

    /// <summary>The jobcentre whose caseworkers may see it.</summary>
    public required string JobCentreCode { get; set; }

    public required EvidenceKind Kind { get; set; }

    /// <summary>When it was asked for, an instant.</summary>
    public required DateTimeOffset At { get; set; }

    /// <summary>SamtaleType of the deadline, where it is about one.</summary>
    public int? InterviewType { get; set; }

    /// <summary>Fristdato.</summary>
    public DateOnly? BookBy { get; set; }

    /// <summary>SidsteAfholdelsesdato.</summary>
    public DateOnly? HoldBy { get; set; }

    /// <summary>Every question in its order, with its answer.</summary>
    public required IReadOnlyList<EvidenceAnswer> Answers { get; set; }
}

/// <summary>One question to a booking system, and what was answered.</summary>
/// <param name="Operation">What was asked, by its wire name.</param>
/// <param name="At">When it was asked, an instant.</param>
/// <param name="OptionId">Of which offer, where of one.</param>
/// <param name="Title">The offer's title.</param>
/// <param name="From">The first instant of the times asked for.</param>
/// <param name="To">The last, exclusive.</param>
/// <param name="Found">How many offers or free times there were; null where it was not answered.</param>
/// <param name="Code">Why it was not answered.</param>
public sealed record EvidenceAnswer(
    string Operation,
    DateTimeOffset At,
    Guid? OptionId = null,
    string? Title = null,
    DateTimeOffset? From = null,
    DateTimeOffset? To = null,
    int? Found = null,
    int? Code = null);
