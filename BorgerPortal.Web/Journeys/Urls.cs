using System.Globalization;
using BorgerPortal.Domain.Audit;
using BorgerPortal.Domain.Sessions;
using BorgerPortal.Domain.Worklist;
using BorgerPortal.Web.Journeys.Book;
using BorgerPortal.Web.Journeys.CaseWorkers;

namespace BorgerPortal.Web.Journeys;

/// <summary>
/// Every address of the pages, from the path that they lie below (the page's base address): a preview shows a citizen's pages
/// below a path of its own. None ever holds a personnummer or a caseworker's RID.
/// </summary>
public static class Urls
{
    public const string Front = "./";
    public const string LogIn = "log-ind";
    public const string LogOff = "log-af";
    public const string LoggedOff = "logget-af";
    public const string Session = "session";
    public const string MyPage = "min-side";
    public const string ChooseMeeting = "book";
    public const string Meetings = "moeder";
    public const string MyData = "mine-oplysninger";
    public const string ImmediateBooking = "straksbooking";
    public const string Report = "meld-fejl";
    public const string Accessibility = "was";
    public const string Privacy = "privatliv";
    public const string Cookies = "cookies";
    public const string CaseWorkers = "sagsbehandler";
    public const string OffersOverview = CaseWorkers + "/tilbudsoversigt";

    /// <summary>Below the path of a preview alone.</summary>
    public const string Rules = "regler";
    public const string Worklist = "sagsbehandler/fejlmeldinger";
    public const string Previews = "sagsbehandler/forhaandsvisning";
    public const string PreviewOver = Previews + "/slut";
    public const string NotFound = "findes-ikke";
    public const string Error = "fejl";

    /// <summary>Names of query values, and the words for why somebody was logged off.</summary>
    public const string ReturnKey = "retur";
    public const string ReasonKey = "grund";
    public const string Idle = "inaktiv";
    public const string TooLong = "tid";
    public const string OfferFilterKey = "vis";
    public const string PageKey = "side";
    private const string BrokenOffers = "rettes";
    private const string OffersWithoutTimes = "udsolgt";

    /// <summary>What an error means and what to do about it: the type of a problem document.</summary>
    public static string ErrorCode(Domain.ErrorCode code) => $"{Error}/{code}";

    /// <summary>The address as the server sends a browser there.</summary>
    /// <param name="root">The path that the pages lie below; empty for the host's own.</param>
    /// <param name="address">One of these.</param>
    public static string From(string root, string address) => $"{root}/" + (address == Front ? "" : address);

    /// <summary>Whether an address is one of the caseworkers' pages.</summary>
    public static bool IsOfCaseWorkers(string address) =>
        address.Split('?')[0] is var path && (path == CaseWorkers || path.StartsWith(CaseWorkers + "/", StringComparison.Ordinal));

    /// <summary>A page of the offers at a glance, counted from 1.</summary>
    public static string OffersAtAGlance(OfferFilter filter, int page = 1)
    {
        string[] values =
        [
            .. filter == OfferFilter.All ? [] : (string[])[$"{OfferFilterKey}={(filter == OfferFilter.Broken ? BrokenOffers : OffersWithoutTimes)}"],
            .. page == 1 ? [] : (string[])[string.Create(CultureInfo.InvariantCulture, $"{PageKey}={page}")],
        ];
        return values.Length == 0 ? OffersOverview : $"{OffersOverview}?{string.Join('&', values)}";
    }

    /// <summary>As <see cref="OffersAtAGlance"/> writes it; all for anything else.</summary>
    public static OfferFilter ReadOfferFilter(string? text) => text switch
    {
        BrokenOffers => OfferFilter.Broken,
        OffersWithoutTimes => OfferFilter.WithoutTimes,
        _ => OfferFilter.All,
    };

    /// <summary>The log-in that leads back to a whole path of this site.</summary>
    public static string LogInAndReturn(string? returnTo) => LogIn + (returnTo is null ? "" : $"?{ReturnKey}={Uri.EscapeDataString(returnTo)}");

    /// <summary>Says why the citizen was logged off, and leads back after a new log-in.</summary>
    public static string LoggedOffBecause(SessionEnd why, string? returnTo) => WordOf(why) is { } word
        ? $"{LoggedOff}?{ReasonKey}={word}" + (returnTo is null ? "" : $"&{ReturnKey}={Uri.EscapeDataString(returnTo)}")
        : LoggedOff;

    /// <summary>A reason as an address holds it; null where the citizen needs none.</summary>
    public static string? WordOf(SessionEnd why) => why switch
    {
        SessionEnd.Idle => Idle,
        SessionEnd.TooLong => TooLong,
        _ => null,
    };

    /// <param name="optionId">The offer.</param>
    /// <param name="answers">What has been answered so far.</param>
    public static string ChooseTime(Guid optionId, BookingAnswers answers) => $"book/{optionId}" + answers.ToQuery();

    public static string ChooseCaseWorker(Guid optionId, BookingAnswers answers) => $"book/{optionId}/sagsbehandler" + answers.ToQuery();

    public static string Confirm(Guid optionId, BookingAnswers answers) => $"book/{optionId}/bekraeft" + answers.ToQuery();

    /// <param name="bookingId">The booking.</param>
    /// <param name="change">What has become of it, where it was not booked just now: <see cref="Book.ReceiptOf"/>.</param>
    public static string Receipt(Guid bookingId, string? change = null) => $"kvittering/{bookingId}" + (change is null ? "" : $"?aendring={change}");

    /// <param name="bookingId">The reference of a booking whose outcome is not known yet.</param>
    /// <param name="change">What was asked of it, where it is not a new booking: <see cref="Book.ReceiptOf"/>.</param>
    public static string Waiting(Guid bookingId, string? change = null) => $"afventer/{bookingId}" + (change is null ? "" : $"?aendring={change}");

    public static string Meeting(Guid bookingId) => $"moeder/{bookingId}";

    public static string Rebook(Guid bookingId, BookingAnswers answers) => $"moeder/{bookingId}/ombook" + answers.ToQuery();

    public static string RebookCaseWorker(Guid bookingId, BookingAnswers answers) => $"moeder/{bookingId}/ombook/sagsbehandler" + answers.ToQuery();

    public static string RebookConfirm(Guid bookingId, BookingAnswers answers) => $"moeder/{bookingId}/ombook/bekraeft" + answers.ToQuery();

    public static string Cancel(Guid bookingId) => $"moeder/{bookingId}/aflys";

    /// <param name="bookingId">The booking's id, or what stands for it in a route.</param>
    public static string CalendarFile(string bookingId) => $"moeder/{bookingId}/kalender.ics";

    public static string Evidence(Guid reference) => $"bevis/{reference}";

    public static string WorkCase(WorkKey key) => $"{Worklist}/{key}";

    /// <summary>The page of the audit log that begins after a line.</summary>
    public static string MyDataBefore(AuditPlace place) =>
        string.Create(CultureInfo.InvariantCulture, $"{MyData}?foer={place.At.ToUnixTimeMilliseconds()}-{place.Id}");

    /// <summary>Reads what <see cref="MyDataBefore"/> has written; null for anything else.</summary>
    public static AuditPlace? ReadPlace(string? text) =>
        text?.Split('-') is [var at, var id]
        && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
        && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && milliseconds <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? new AuditPlace(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds), number)
            : null;

    /// <summary>The first page of a preview, below the path that is its own.</summary>
    /// <param name="token">Whose it is and when, enciphered.</param>
    public static string Preview(string token) => $"{Previews}/{token}/{MyPage}";

    /// <summary>To tell of an error, filled in from the error that the citizen met.</summary>
    /// <param name="code">Its code, where it has one.</param>
    /// <param name="reference">What the log knows it by.</param>
    public static string ReportError(int? code, string reference) =>
        $"{Report}?reference={Uri.EscapeDataString(reference)}" + (code is null ? "" : $"&kode={code}");

    /// <param name="language">da or en.</param>
    /// <param name="returnTo">The address to come back to below the same path, beginning with a slash.</param>
    public static string Language(string language, string returnTo) => $"sprog/{language}?retur={Uri.EscapeDataString(returnTo)}";
}
