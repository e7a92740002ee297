using System.Text.RegularExpressions;

namespace BorgerPortal.E2E.Durability;

/// <summary>One system call of strace's log.</summary>
/// <param name="Began">Where in the log it was entered: the order of the log is the order in which things happened.</param>
/// <param name="Ended">Where it returned.</param>
/// <param name="Arguments">As strace shows them, the descriptor with its file in angle brackets first.</param>
public sealed partial record SystemCall(int Began, int Ended, string Name, string Arguments, string Result)
{
    /// <summary>The file that the first argument is open on; empty where it is on none.</summary>
    public string File => Descriptor().Match(Arguments).Groups["file"].Value;

    public bool IsWrite => Name is "write" or "pwrite64" or "writev" or "pwritev";

    public bool IsSync => Name is "fsync" or "fdatasync";

    public bool Succeeded => !Result.StartsWith('-') && !Result.StartsWith('?');

    /// <summary>Whether it sends the head of an HTTP answer of this status.</summary>
    public bool Answers(int status) => Arguments.Contains($"\"HTTP/1.1 {status} ", StringComparison.Ordinal);

    [GeneratedRegex("^[0-9]+<(?<file>[^>]*)>", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Descriptor();
}
