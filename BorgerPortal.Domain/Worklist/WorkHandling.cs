namespace BorgerPortal.Domain.Worklist;

/// <summary>What a caseworker does with a case.</summary>
public enum WorkStep
{
    /// <summary>It is theirs from now on, also where it was somebody else's.</summary>
    Take = 1,

    /// <summary>It is nobody's again.</summary>
    LetGo,

    /// <summary>They write something down.</summary>
    Note,

    /// <summary>Nothing is left to do.</summary>
    Handle,

    /// <summary>Something is left to do after all.</summary>
    Reopen,
}

/// <summary>One step with a case, and how the case stands after it: the last one counts, and none is ever changed.</summary>
public sealed class WorkHandling
{
    public const int LongestNote = 500;

    public long Id { get; set; }

    public long? ReportId { get; set; }

    public Guid? ReceiptId { get; set; }

    /// <summary>Counted from 1 within the case. Of two caseworkers who do something at once, one gets the number.</summary>
    public required int Number { get; set; }

    public required DateTimeOffset At { get; set; }

    public required long CaseWorkerId { get; set; }

    public required WorkStep Step { get; set; }

    /// <summary>Whose it is after the step; null where it is nobody's.</summary>
    public long? TakenBy { get; set; }

    public required bool IsHandled { get; set; }

    /// <summary>What was written; everything in it that could be a personnummer is masked.</summary>
    public string? Note { get; set; }
}
