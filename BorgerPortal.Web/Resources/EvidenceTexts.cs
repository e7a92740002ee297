using BorgerPortal.Domain;
using BorgerPortal.Domain.Evidence;
using BorgerPortal.Domain.Operations;
using BorgerPortal.Domain.Time;
using Microsoft.Extensions.Localization;

namespace BorgerPortal.Web.Resources;

/// <summary>A receipt's questions and answers in the page's language.</summary>
public static class EvidenceTexts
{
    public static string Question(this IStringLocalizer<Texts> texts, EvidenceAnswer answer) => answer switch
    {
        { Operation: OperationNames.GetSelfbookInterviewOptions } => texts["Evidence_AskedOffers"],
        { Operation: OperationNames.GetSelfbookTimeslots, Title: { } title, From: { } from, To: { } to } =>
            texts["Evidence_AskedTimes", title, texts.DayYearAndClock(from), texts.DayAndYear(to.AddTicks(-1).DanishDate())],
        { Operation: OperationNames.RescheduleBooking } => texts["Evidence_AskedToMove"],
        { Operation: OperationNames.CancelBooking } => texts["Evidence_AskedToCancel"],
        { Operation: OperationNames.AcceptBooking } => texts["Evidence_AskedToAccept"],
        _ => texts["Evidence_AskedToBook"],
    };

    public static string Reply(this IStringLocalizer<Texts> texts, EvidenceAnswer answer) => answer switch
    {
        { Code: { } code } when code == Errors.BookingSystemUnreachable.Number => texts["Evidence_Unreached", code],
        { Code: { } code } when code == Errors.BookingSystemBrokeContract.Number => texts["Evidence_Unreadable", code],
        { Code: { } code } => texts["Evidence_Failure", code],
        { Operation: OperationNames.GetSelfbookInterviewOptions, Found: 0 } => texts["Evidence_NoOffers"],
        { Operation: OperationNames.GetSelfbookInterviewOptions } => texts["Evidence_Offers", answer.Found ?? 0],
        { Found: 0 } => texts["Evidence_NoTimes"],
        _ => texts["Evidence_Times", answer.Found ?? 0],
    };
}
