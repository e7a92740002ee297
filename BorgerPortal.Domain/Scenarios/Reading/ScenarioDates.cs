using System.Globalization;
using System.Text.RegularExpressions;
using BorgerPortal.Domain.Planner;
using BorgerPortal.Domain.Time;

namespace BorgerPortal.Domain.Scenarios.Reading;

/// <summary>Reads a file's dates, which may be relative to the day of the import: `@+3`, `@0`, `@-2`, `@+3T09:00`.</summary>
internal sealed partial class ScenarioDates(DateOnly today)
{
    /// <summary>Null for anything that is no date of the calendar.</summary>
    public DateOnly? ReadDate(string text) => Relative().Match(text) switch
    {
        { Success: true } match when match.Groups["time"].Success => null,
        { Success: true } match => DayOf(match),
        _ => Facets.ReadDate(text),
    };

    /// <summary>
    /// The instant, to the millisecond as the database keeps it; null for anything else. A Danish local time that exists
    /// twice is the first; one that does not exist is none.
    /// </summary>
    public DateTimeOffset? ReadInstant(string text) => InstantOf(Spell(text));

    /// <summary>True for a dateTime that is null only because the clocks skip it.</summary>
    public bool IsSkippedByTheClocks(string text) =>
        Spell(text) is { } spelled && InstantOf(spelled) is null && InstantOf(spelled + "Z") is not null;

    private static DateTimeOffset? InstantOf(string? text) => DanishTime.ParseFirst(text) is { } instant
        ? instant.AddTicks(-(instant.Ticks % TimeSpan.TicksPerMillisecond))
        : null;

    private string? Spell(string text)
    {
        if (Relative().Match(text) is not { Success: true } match)
        {
            return text;
        }

        return match.Groups["time"].Success && DayOf(match) is { } day
            ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + match.Groups["time"].Value
            : null;
    }

    private DateOnly? DayOf(Match match)
    {
        var number = today.DayNumber + int.Parse(match.Groups["days"].ValueSpan, CultureInfo.InvariantCulture);
        return number >= DateOnly.MinValue.DayNumber && number <= DateOnly.MaxValue.DayNumber ? DateOnly.FromDayNumber(number) : null;
    }

    [GeneratedRegex(@"\A@(?<days>0|[+-][0-9]{1,6})(?<time>T[0-9]{2}:[0-9]{2}(:[0-9]{2})?)?\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Relative();
}
