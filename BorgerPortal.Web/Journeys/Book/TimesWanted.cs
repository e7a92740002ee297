using BorgerPortal.Domain.ExternalBooking;
using BorgerPortal.Domain.Time;
using BorgerPortal.Web.Components.Shared.Calendar;

namespace BorgerPortal.Web.Journeys.Book;

/// <summary>Which times the page of times shows.</summary>
/// <param name="Month">The month of the calendar.</param>
/// <param name="Day">The day that was asked for; null for the month's first with a free time.</param>
/// <param name="ContactType">How to meet; null for all ways.</param>
/// <param name="CaseWorker">The caseworker's number among the offer's; null for all.</param>
public readonly record struct TimesWanted(Month Month, DateOnly? Day, int? ContactType, int? CaseWorker)
{
    /// <summary>As the address asks, else on the day of the chosen time, else the month of the offer's first free one.</summary>
    public static TimesWanted For(BookingAnswers answers, InterviewOption option, DateOnly today)
    {
        var (first, last) = Bounds(option, today);
        var month = answers.Month is { } asked && asked.First >= Month.Of(first).First && asked.First <= last ? asked : (Month?)null;
        var day = Within(answers.Day) ?? (month is null ? Within(answers.Time?.DanishDate()) : null);
        return new TimesWanted(
            day is { } chosen ? Month.Of(chosen) : month ?? Month.Of(Within(option.FirstTimeslot?.DanishDate()) ?? first),
            day,
            answers.ContactType,
            answers.CaseWorker is > BookingAnswers.AnyCaseWorker ? answers.CaseWorker : null);

        DateOnly? Within(DateOnly? date) => date >= first && date <= last ? date : null;
    }

    /// <summary>The days that can be chosen: from today on within the offer's own bounds, and no more than a year ahead.</summary>
    public static (DateOnly First, DateOnly Last) Bounds(InterviewOption option, DateOnly today)
    {
        var first = option.EarliestStart?.DanishDate() is { } earliest && earliest > today ? earliest : today;
        var year = first.AddYears(1);
        var last = option.LastTimeslot?.DanishDate() is { } latest && latest < year ? latest : year;
        return (first, last < first ? first : last);
    }
}
