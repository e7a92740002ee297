using BorgerPortal.Domain.ExternalBooking;
using BorgerPortal.Domain.Time;

namespace BorgerPortal.Web.Journeys.Book;

/// <summary>The weeks of an offer's times that a page shows.</summary>
/// <param name="From">The first day.</param>
public readonly record struct TimeWindow(DateOnly From)
{
    private const int Days = 56;

    public DateTimeOffset Start => DanishTime.StartOfDay(From);

    public DateTimeOffset End => DanishTime.StartOfDay(After);

    public DateOnly LastDay => After.AddDays(-1);

    public DateOnly After => From.AddDays(Days);

    /// <summary>The weeks before these, not before today.</summary>
    public DateOnly Before(DateOnly today) => Later(From.AddDays(-Days), today);

    /// <summary>As the address asks, else the weeks of the chosen time, else those of the first free one.</summary>
    public static TimeWindow For(BookingAnswers answers, InterviewOption option, DateOnly today)
    {
        var from = answers.From is { } asked && asked < DateOnly.MaxValue.AddDays(-2 * Days) ? asked : option.FirstTimeslot?.DanishDate() ?? today;
        var window = new TimeWindow(Later(from, today));
        return answers.From is null && answers.Time is { } time && !(time >= window.Start && time < window.End)
            ? new TimeWindow(Later(time.DanishDate(), today))
            : window;
    }

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
