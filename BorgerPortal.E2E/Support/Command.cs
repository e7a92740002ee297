using System.ComponentModel;
using System.Diagnostics;

namespace BorgerPortal.E2E.Support;

/// <summary>How a program ended, and what it said.</summary>
public sealed record CommandResult(int ExitCode, string Output)
{
    public string LastLine => Output.TrimEnd().Split('\n')[^1];
}

/// <summary>Runs a program to its end.</summary>
public static class Command
{
    public const int NotFound = 127;

    public static async Task<CommandResult> RunAsync(string program, string[] arguments, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DEBIAN_FRONTEND"] = "noninteractive";
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (Win32Exception exception)
        {
            return new CommandResult(NotFound, exception.Message);
        }

        using (process)
        {
            process.StandardInput.Close();
            var said = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var complained = process.StandardError.ReadToEndAsync(cancellationToken);
            try
            {
                await process.WaitForExitAsync(cancellationToken);
                return new CommandResult(process.ExitCode, await said + await complained);
            }
            finally
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }
}
