using System.Globalization;
using System.Text.RegularExpressions;

namespace BorgerPortal.Domain.Time;

/// <summary>
/// Instants are kept in UTC and shown in Danish time (Europe/Copenhagen). This is the one place where the two meet,
/// and where the two odd hours of the year are decided: a local time that does not exist (the last Sunday of March,
/// 02:00-03:00) and one that exists twice (the last Sunday of October, 02:00-03:00).
/// </summary>
public static partial class DanishTime
{
    public static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Copenhagen");

    /// <summary>The instant as a Danish clock shows it, with its offset.</summary>
    public static DateTimeOffset ToDanish(this DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone);

    /// <summary>The date that a Danish calendar shows at the instant.</summary>
    public static DateOnly DanishDate(this DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToDanish().DateTime);

    /// <summary>The first instant of a Danish day.</summary>
    public static DateTimeOffset StartOfDay(DateOnly date) => FirstInstant(date.ToDateTime(TimeOnly.MinValue));

    /// <summary>
    /// The instant of a Danish local time: null where the time does not exist, or exists twice and nobody said which.
    /// </summary>
    public static DateTimeOffset? Unambiguous(DateTime local) =>
        Zone.IsInvalidTime(local) || Zone.IsAmbiguousTime(local) ? null : FirstInstant(local);

    /// <summary>
    /// The instant of a Danish local time, the first of the two where it exists twice: null where it does not exist.
    /// </summary>
    public static DateTimeOffset? First(DateTime local) => Zone.IsInvalidTime(local) ? null : FirstInstant(local);

    /// <summary>
    /// Reads a dateTime of the wire: ISO 8601 with an offset, or without one as Danish local time. Null for anything
    /// else, for a local time that does not exist, and for one that exists twice.
    /// </summary>
    public static DateTimeOffset? Parse(string? text) => Parse(text, Unambiguous);

    /// <summary>As <see cref="Parse(string?)"/>, but a local time that exists twice is the first of the two.</summary>
    public static DateTimeOffset? ParseFirst(string? text) => Parse(text, First);

    /// <summary>The wire's dateTime: Danish time with its offset, to the second or as finely as the instant is given.</summary>
    public static string ToWire(this DateTimeOffset instant) =>
        instant.ToDanish().ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture);

    private static DateTimeOffset? Parse(string? text, Func<DateTime, DateTimeOffset?> readLocal)
    {
        if (text is null || DateTimeForm().Match(text) is not { Success: true } match)
        {
            return null;
        }

        var hasOffset = match.Groups["offset"].Success;
        if (hasOffset)
        {
            return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
                && instant.UtcDateTime.Year is > 1 and < 9999
                    ? instant.ToUniversalTime()
                    : null;
        }

        return DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) && local.Year is > 1 and < 9999
            ? readLocal(local)
            : null;
    }

    private static DateTimeOffset FirstInstant(DateTime local)
    {
        var offset = Zone.IsAmbiguousTime(local)
            ? Zone.GetAmbiguousTimeOffsets(local).Max()
            : Zone.GetUtcOffset(local);
        return new DateTimeOffset(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), offset).ToUniversalTime();
    }

    [GeneratedRegex(@"\A[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,7})?)?(?<offset>Z|[+-][0-9]{2}:[0-9]{2})?\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DateTimeForm();
}
