namespace BorgerPortal.Domain.Planner;

/// <summary>What a caseworker may do in the portal. Each stands for itself: none brings another along.</summary>
public static class CaseWorkerRoles
{
    /// <summary>See the jobcentre's work, and look citizens up.</summary>
    public const string Reads = "laese";

    /// <summary>Summon citizens, and handle what they report.</summary>
    public const string Books = "booke";

    /// <summary>Change offers and times, and read the log.</summary>
    public const string Administers = "administrere";

    public static readonly IReadOnlyList<string> All = [Reads, Books, Administers];
}
