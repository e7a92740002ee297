namespace BorgerPortal.Domain.Scenarios.Reading;

/// <summary>How far anything may reach from a meeting's start: a year, so that no reckoning leaves the calendar.</summary>
internal static class Lengths
{
    public const int LongestInDays = 366;

    public static readonly ValueReader<int> Minutes = JsonValues.Number(-LongestInDays * 24 * 60, LongestInDays * 24 * 60);

    public static readonly ValueReader<int> Hours = JsonValues.Number(-LongestInDays * 24, LongestInDays * 24);

    /// <summary>Starttidspunkt.</summary>
    public static DateTimeOffset Start(JsonFields fields)
    {
        var start = fields.OptionalInstant("starttidspunkt", required: true);
        if (start is { Year: < 1900 or > 2999 })
        {
            fields.Refuse("starttidspunkt", "A meeting lies between the years 1900 and 2999.");
        }

        return start ?? default;
    }
}
