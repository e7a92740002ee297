using System.Collections.Frozen;
using BorgerPortal.Domain.Operations;

namespace BorgerPortal.Domain.Audit;

/// <summary>What the audit log calls what is done: an operation by its wire name, and what is no operation by a name of its own.</summary>
public static class AuditNames
{
    /// <summary>The daily job closed a deadline for good.</summary>
    public const string CloseDeadline = "LukFrist";

    /// <summary>A citizen took a receipt of what the booking system answered.</summary>
    public const string TakeEvidence = "TagBevis";

    /// <summary>A caseworker looked a citizen up.</summary>
    public const string LookUpCitizen = "SlaaBorgerOp";

    private static readonly FrozenSet<string> Looks = new[]
    {
        OperationNames.GetCitizenStatus, OperationNames.GetSelfbookInterviewOptions, OperationNames.GetSelfbookTimeslots,
        OperationNames.GetRescheduleCaseWorkers, OperationNames.GetRescheduleTimeslots, OperationNames.GetImmediateBookingTimeslots,
        OperationNames.GetBookings, OperationNames.GetBooking,
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether it only reads.</summary>
    public static bool IsLook(string operation) => Looks.Contains(operation);
}
