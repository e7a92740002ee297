using System.Globalization;
using BorgerPortal.E2E.Support;
using BorgerPortal.Tests.Support;

namespace BorgerPortal.E2E.Durability;

/// <summary>The program that shows a process's system calls; Linux only.</summary>
internal static class Strace
{
    /// <summary>A page of the database is shown whole, so that a booking can be found in what was written.</summary>
    private const string LongestText = "4200";

    /// <summary>Ends the test, skipped, where strace is missing or may not look into another process.</summary>
    public static async Task RequireAsync(CancellationToken cancellationToken)
    {
        var tried = await Command.RunAsync("strace", ["-o", "/dev/null", "true"], cancellationToken);
        if (tried.ExitCode != 0)
        {
            Requirement.Missing($"strace does not work here ({tried.LastLine}). Run: sudo apt-get install -y strace");
        }
    }

    public static string[] CommandLine(string log) =>
        ["strace", "-f", "-y", "-s", LongestText, "-e", "trace=fdatasync,fsync,pwrite64,write,pwritev,writev,sendto,sendmsg", "-o", log];

    /// <summary>Shows when a file is written and flushed.</summary>
    public static string[] WritesCommandLine(string log) => ["strace", "-f", "-e", "trace=pwrite64,fdatasync,fsync", "-o", log];

    /// <summary>As <see cref="WritesCommandLine"/>, and kills the process instead of a thread's Nth such call.</summary>
    public static string[] KillCommandLine(string log, string call, int number) =>
        [.. WritesCommandLine(log), "-e", string.Create(CultureInfo.InvariantCulture, $"inject={call}:signal=KILL:when={number}")];
}
