using System.Text.RegularExpressions;

namespace BorgerPortal.E2E.Durability;

/// <summary>
/// Reads what `strace -f -y` wrote. A call of one thread that another thread interrupts in the log stands on two lines,
/// "unfinished" and "resumed": they are joined again.
/// </summary>
internal static partial class StraceLog
{
    private const string Unfinished = " <unfinished ...>";

    public static IReadOnlyList<SystemCall> Read(IEnumerable<string> lines)
    {
        var calls = new List<SystemCall>();
        var pending = new Dictionary<string, (int Began, string Text)>(StringComparer.Ordinal);
        foreach (var (number, line) in lines.Index())
        {
            var (thread, text) = Split(line);
            if (text.EndsWith(Unfinished, StringComparison.Ordinal))
            {
                pending[thread] = (number, text[..^Unfinished.Length]);
                continue;
            }

            var began = number;
            if (Resumed().Match(text) is { Success: true } resumed && pending.Remove(thread, out var start))
            {
                (began, text) = (start.Began, start.Text + text[resumed.Length..]);
            }

            if (Complete().Match(text) is { Success: true } call)
            {
                calls.Add(new SystemCall(began, number, call.Groups["name"].Value, call.Groups["arguments"].Value, call.Groups["result"].Value));
            }
        }

        return calls;
    }

    private static (string Thread, string Text) Split(string line)
    {
        var space = line.IndexOf(' ', StringComparison.Ordinal);
        return space < 0 ? ("", line) : (line[..space], line[space..].Trim());
    }

    [GeneratedRegex("^<\\.\\.\\. [a-z0-9_]+ resumed>", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Resumed();

    [GeneratedRegex(
        "^(?<name>[a-z0-9_]+)\\((?<arguments>.*)\\) += (?<result>[^\"]*)$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Complete();
}
