using BorgerPortal.Domain.Audit;
using BorgerPortal.Domain.Operations;
using Microsoft.Extensions.Localization;

namespace BorgerPortal.Web.Resources;

/// <summary>The audit log as a citizen reads it.</summary>
public static class AuditTexts
{
    public static string Actor(this IStringLocalizer<Texts> texts, AuditLine line) => line.Last.ActorKind switch
    {
        ActorKind.Citizen => texts["MyData_Yourself"],
        ActorKind.Client => texts["MyData_Client", line.Last.Actor ?? ""],
        ActorKind.CaseWorker when line.JobCentre is { } jobCentre => texts["MyData_CaseWorkerOf", jobCentre],
        ActorKind.CaseWorker => texts["MyData_CaseWorker"],
        _ => texts["MyData_Portal"],
    };

    /// <summary>What was done, and that it came to nothing where it did.</summary>
    public static string Doing(this IStringLocalizer<Texts> texts, AuditEntry entry) =>
        entry.Codes.Count == 0 ? texts.Deed(entry.Operation) : texts["MyData_Refused", texts.Deed(entry.Operation)];

    private static string Deed(this IStringLocalizer<Texts> texts, string operation) => operation switch
    {
        OperationNames.GetCitizenStatus => texts["MyData_GetStatus"],
        OperationNames.GetSelfbookInterviewOptions => texts["MyData_GetOffers"],
        OperationNames.GetSelfbookTimeslots or OperationNames.GetRescheduleTimeslots or OperationNames.GetImmediateBookingTimeslots => texts["MyData_GetTimes"],
        OperationNames.GetRescheduleCaseWorkers => texts["MyData_GetCaseWorkers"],
        OperationNames.GetBookings or OperationNames.GetBooking => texts["MyData_GetMeetings"],
        OperationNames.CreateBooking => texts["MyData_Booked"],
        OperationNames.RescheduleBooking => texts["MyData_Moved"],
        OperationNames.CancelBooking => texts["MyData_Cancelled"],
        OperationNames.AcceptBooking => texts["MyData_Accepted"],
        OperationNames.CreateErrorReport => texts["MyData_Reported"],
        AuditNames.CloseDeadline => texts["MyData_ClosedDeadline"],
        AuditNames.TakeEvidence => texts["MyData_TookEvidence"],
        AuditNames.LookUpCitizen => texts["MyData_LookedUp"],
        _ => operation,
    };
}
