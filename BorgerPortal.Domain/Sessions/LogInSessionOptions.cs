using Microsoft.Extensions.Options;

namespace BorgerPortal.Domain.Sessions;

/// <summary>Session: how long a log-in holds.</summary>
public sealed class LogInSessionOptions
{
    public const string Section = "Session";

    /// <summary>For how long its user may do nothing.</summary>
    public TimeSpan IdleTime { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>How long before its end the user is warned.</summary>
    public TimeSpan WarningTime { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How long it lasts at most, whatever its user does.</summary>
    public TimeSpan LongestTime { get; set; } = TimeSpan.FromHours(8);
}

internal sealed class LogInSessionOptionsValidator : IValidateOptions<LogInSessionOptions>
{
    // Whoever must read the warning first needs a while (WCAG 2.2.1 has 20 seconds as the least).
    private static readonly TimeSpan ShortestWarning = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public ValidateOptionsResult Validate(string? name, LogInSessionOptions options)
    {
        var faults = new List<string>();
        if (options.WarningTime < ShortestWarning)
        {
            faults.Add($"{Key(nameof(options.WarningTime))} must be 20 seconds or more, written as 00:05:00.");
        }

        if (options.IdleTime < options.WarningTime + LogInSessions.UsePause)
        {
            faults.Add($"{Key(nameof(options.IdleTime))} must be a minute longer than {Key(nameof(options.WarningTime))}, or more.");
        }

        if (options.LongestTime < options.IdleTime || options.LongestTime > Day)
        {
            faults.Add($"{Key(nameof(options.LongestTime))} must be as long as {Key(nameof(options.IdleTime))} or longer, and a day at most.");
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static string Key(string property) => $"{LogInSessionOptions.Section}:{property}";
}
