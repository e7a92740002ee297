using BorgerPortal.Domain.Evidence;

namespace BorgerPortal.Domain.Worklist;

/// <summary>A case as its jobcentre sees it. No citizen is named: who it is about, a look-up tells.</summary>
public sealed record WorkItem
{
    public required WorkKey Key { get; init; }

    /// <summary>When it happened, an instant.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Fejlkode of an error report; null for a receipt.</summary>
    public int? Code { get; init; }

    /// <summary>What a receipt proves; null for an error report.</summary>
    public EvidenceKind? Evidence { get; init; }

    /// <summary>SamtaleType of the deadline that a receipt is about.</summary>
    public int? InterviewType { get; init; }

    /// <summary>The title of the offer that it is about, where the portal knows it.</summary>
    public string? OfferTitle { get; init; }

    /// <summary>What was written, by a citizen or by the portal.</summary>
    public string? Text { get; init; }

    /// <summary>The portal found it out by itself.</summary>
    public bool FiledByPortal { get; init; }

    /// <summary>Our own id of the citizen whom it is about, for a look-up.</summary>
    public long? CitizenId { get; init; }

    /// <summary>How many steps have been taken: what a next step is based on.</summary>
    public required int Steps { get; init; }

    /// <summary>Our own id of the caseworker whose it is.</summary>
    public long? TakenBy { get; init; }

    /// <summary>That caseworker's name.</summary>
    public string? TakenByName { get; init; }

    public required bool IsHandled { get; init; }
}

/// <summary>A case with all that has been done with it, the first step first.</summary>
public sealed record WorkFile(WorkItem Item, IReadOnlyList<WorkDone> Done);

/// <summary>A step that was taken.</summary>
/// <param name="At">When, an instant.</param>
/// <param name="CaseWorker">By whom.</param>
/// <param name="Step">What.</param>
/// <param name="Note">What they wrote.</param>
public sealed record WorkDone(DateTimeOffset At, string CaseWorker, WorkStep Step, string? Note);
