namespace BorgerPortal.Domain.Worklist;

/// <summary>Which cases, by what is left to do.</summary>
public enum WorkState
{
    Open = 1,

    /// <summary>Open, and the asker's own.</summary>
    Mine,

    Handled,
    All,
}

/// <summary>Which cases, by what they are.</summary>
public enum WorkKind
{
    All = 1,
    Reports,
    Receipts,
}

/// <summary>In which order.</summary>
public enum WorkOrder
{
    Newest = 1,
    Oldest,

    /// <summary>By error code; receipts, which have none, come last. Newest first within a code.</summary>
    Code,
}

/// <summary>Which part of the list is wanted.</summary>
/// <param name="State">By what is left to do.</param>
/// <param name="Kind">By what they are.</param>
/// <param name="Order">In which order.</param>
/// <param name="Page">Counted from 1.</param>
public sealed record WorkFilter(
    WorkState State = WorkState.Open, WorkKind Kind = WorkKind.All, WorkOrder Order = WorkOrder.Newest, int Page = 1);

/// <summary>A page of the list.</summary>
/// <param name="Items">The cases.</param>
/// <param name="HasMore">Whether there is a next page.</param>
public sealed record WorkPage(IReadOnlyList<WorkItem> Items, bool HasMore);
