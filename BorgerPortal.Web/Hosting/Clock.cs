using BorgerPortal.Domain.Time;

namespace BorgerPortal.Web.Hosting;

/// <summary>The clock that the portal goes by.</summary>
internal static class Clock
{
    private const string Key = "Clock:Now";

    /// <summary>The system's; in Development, Clock:Now may start it at another instant.</summary>
    /// <exception cref="StartRefusedException">It is set outside Development, or is no dateTime.</exception>
    public static TimeProvider Find(IConfiguration configuration, IHostEnvironment environment)
    {
        var start = configuration[Key];
        if (string.IsNullOrWhiteSpace(start))
        {
            return TimeProvider.System;
        }

        if (!environment.IsDevelopment())
        {
            throw new StartRefusedException($"{Key} is for Development only: elsewhere the portal goes by the system's clock.");
        }

        return DanishTime.ParseFirst(start) is { } instant
            ? new ShiftedClock(TimeProvider.System, instant)
            : throw new StartRefusedException($"{Key} must be a dateTime such as 2026-12-01T09:00 (Danish time) or 2026-12-01T09:00:00+01:00.");
    }
}
