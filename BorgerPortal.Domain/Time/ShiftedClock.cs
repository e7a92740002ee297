namespace BorgerPortal.Domain.Time;

/// <summary>A clock that starts at a chosen instant and then runs on: a demonstration or a test of another process lives in it.</summary>
public sealed class ShiftedClock(TimeProvider inner, DateTimeOffset start) : TimeProvider
{
    private readonly TimeSpan _shift = start - inner.GetUtcNow();

    public override DateTimeOffset GetUtcNow() => inner.GetUtcNow() + _shift;

    public override TimeZoneInfo LocalTimeZone => inner.LocalTimeZone;

    public override long TimestampFrequency => inner.TimestampFrequency;

    public override long GetTimestamp() => inner.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        inner.CreateTimer(callback, state, dueTime, period);
}
