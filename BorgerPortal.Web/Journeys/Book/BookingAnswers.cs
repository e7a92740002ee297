using System.Globalization;
using BorgerPortal.Web.Components.Shared.Calendar;

namespace BorgerPortal.Web.Journeys.Book;

/// <summary>A half-made booking, as the address keeps it: reload, back and a bookmark come back to the same step.</summary>
public sealed record BookingAnswers
{
    public const string TimeKey = "tid";
    public const string ContactTypeKey = "form";
    public const string CaseWorkerKey = "sb";
    public const string AttemptKey = "forsoeg";
    public const string DayKey = "dag";
    public const string MonthKey = "maaned";

    /// <summary>The answer "nobody in particular"; the offer's caseworkers count from 1.</summary>
    public const int AnyCaseWorker = 0;

    public static readonly BookingAnswers None = new();

    private const string MonthForm = "yyyy-MM";

    public DateTimeOffset? Time { get; init; }

    public int? ContactType { get; init; }

    /// <summary>The caseworker's number among the offer's, so that no address holds a RID.</summary>
    public int? CaseWorker { get; init; }

    /// <summary>The attempt of the last step: trying again under the same one never books twice.</summary>
    public Guid? Attempt { get; init; }

    /// <summary>The day whose times are shown.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>The month that the calendar shows, where no day has been chosen in it.</summary>
    public Month? Month { get; init; }

    /// <summary>Takes what can be read; anything else counts as not answered.</summary>
    public static BookingAnswers Read(
        string? time, string? contactType, string? caseWorker, string? attempt = null, string? day = null, string? month = null) => new()
        {
            Time = AddressTime.Read(time),
            ContactType = ReadNumber(contactType),
            CaseWorker = ReadNumber(caseWorker),
            Attempt = Guid.TryParseExact(attempt, "N", out var id) ? id : null,
            Day = ReadDate(day, AddressTime.DayForm),
            Month = ReadDate(month, MonthForm) is { } first ? new Month(first) : null,
        };

    public string ToQuery()
    {
        var values = new (string Key, string? Value)[]
        {
            (TimeKey, Time is { } time ? AddressTime.Write(time).Replace("+", "%2B", StringComparison.Ordinal) : null),
            (ContactTypeKey, ContactType?.ToString(CultureInfo.InvariantCulture)),
            (CaseWorkerKey, CaseWorker?.ToString(CultureInfo.InvariantCulture)),
            (AttemptKey, Attempt?.ToString("N")),
            (DayKey, Day?.ToString(AddressTime.DayForm, CultureInfo.InvariantCulture)),
            (MonthKey, Month?.First.ToString(MonthForm, CultureInfo.InvariantCulture)),
        };
        var given = string.Join('&', values.Where(value => value.Value is not null).Select(value => $"{value.Key}={value.Value}"));
        return given.Length == 0 ? "" : "?" + given;
    }

    private static DateOnly? ReadDate(string? text, string form) =>
        DateOnly.TryParseExact(text, form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    private static int? ReadNumber(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
