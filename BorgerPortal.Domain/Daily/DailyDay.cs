using BorgerPortal.Domain.Time;

namespace BorgerPortal.Domain.Daily;

/// <summary>When the day's work is due, by Danish clocks. The hour is one that every day has once, also when the clocks change.</summary>
public static class DailyDay
{
    /// <summary>Early enough that a reminder is read on the day before, and late enough not to wake anybody.</summary>
    public static readonly TimeOnly Hour = new(8, 0);

    /// <summary>The last day whose work is due by now: today from the hour on, yesterday before.</summary>
    public static DateOnly DueBy(Moment moment) => moment.Now >= At(moment.Today) ? moment.Today : moment.Today.AddDays(-1);

    /// <summary>When a day's work is due.</summary>
    public static DateTimeOffset At(DateOnly day) =>
        DanishTime.First(day.ToDateTime(Hour)) ?? throw new InvalidOperationException("The hour of the daily job is skipped by a change of clocks.");
}
