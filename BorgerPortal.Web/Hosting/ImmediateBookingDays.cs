using System.Globalization;

namespace BorgerPortal.Web.Hosting;

/// <summary>Straksbooking:WithinDays, which may also stand as Rules:ImmediateBookingDays: for how many days from today the times of an immediate booking are shown.</summary>
internal static class ImmediateBookingDays
{
    private const string Key = "Straksbooking:WithinDays";
    private const string OtherKey = "Rules:ImmediateBookingDays";
    private const int Most = 366;

    /// <returns>Null where neither key is set.</returns>
    /// <exception cref="StartRefusedException">A key holds no such number, or the two say different things.</exception>
    public static int? Find(IConfiguration configuration)
    {
        var (days, other) = (Read(configuration, Key), Read(configuration, OtherKey));
        return days is null || other is null || days == other
            ? days ?? other
            : throw new StartRefusedException($"{Key} and {OtherKey} are two names for one thing, and say {days} and {other}. Set one of them.");
    }

    private static int? Read(IConfiguration configuration, string key)
    {
        var text = configuration[key];
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days <= Most
            ? days
            : throw new StartRefusedException($"{key}: '{text}' is no number of days from 0 to {Most}.");
    }
}
