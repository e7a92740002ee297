namespace BorgerPortal.Domain.ExternalBooking.Protocol;

/// <summary>How long to wait before a planner that did not answer is asked again.</summary>
internal static class Retries
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    /// <summary>Each try waits twice as long for the next, up to an hour.</summary>
    public static TimeSpan PauseAfter(int tries) =>
        tries >= 8 ? LongestPause : TimeSpan.FromTicks(Math.Min(LongestPause.Ticks, FirstPause.Ticks << tries));
}
