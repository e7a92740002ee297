using System.Globalization;
using BorgerPortal.Domain;
using BorgerPortal.Domain.ErrorReports;
using BorgerPortal.Domain.Evidence;
using BorgerPortal.Domain.Worklist;
using BorgerPortal.Web.Resources;
using Microsoft.Extensions.Localization;

namespace BorgerPortal.Web.Journeys.CaseWorkers.Worklist;

/// <summary>Cases in the page's language.</summary>
public static class WorkTexts
{
    /// <summary>What a case is, in a line.</summary>
    public static string WhatIs(this IStringLocalizer<Texts> texts, WorkItem item) => item switch
    {
        { Evidence: EvidenceKind.NoFreeTime } => texts["Evidence_NoFreeTimeHeading"],
        { Evidence: EvidenceKind.NoAnswer } => texts["Evidence_NoAnswerHeading"],
        { Code: ReportCodes.ReportedByCitizen } => texts["Worklist_ByCitizen"],
        { Code: ReportCodes.OptionNotValid } => texts["Worklist_NotValid"],
        { Code: ReportCodes.TechnicalError } => texts["Worklist_Technical"],
        { Code: { } code } when Errors.ByNumber.TryGetValue(code, out var known) =>
            texts["Worklist_Code", code, ErrorTexts.What(known, CultureInfo.CurrentUICulture)],
        _ => texts["Worklist_CodeAlone", item.Code ?? 0],
    };

    /// <summary>How it stands.</summary>
    public static string Standing(this IStringLocalizer<Texts> texts, WorkItem item) => item switch
    {
        { IsHandled: true } => texts["Worklist_IsHandled"],
        { TakenByName: { } name } => texts["Worklist_TakenBy", name],
        _ => texts["Worklist_IsOpen"],
    };

    /// <summary>What somebody did.</summary>
    public static string Did(this IStringLocalizer<Texts> texts, WorkStep step) => step switch
    {
        WorkStep.Take => texts["Worklist_DidTake"],
        WorkStep.LetGo => texts["Worklist_DidLetGo"],
        WorkStep.Handle => texts["Worklist_DidHandle"],
        WorkStep.Reopen => texts["Worklist_DidReopen"],
        _ => texts["Worklist_DidNote"],
    };
}
