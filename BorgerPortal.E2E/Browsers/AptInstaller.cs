using BorgerPortal.E2E.Support;

namespace BorgerPortal.E2E.Browsers;

/// <summary>Debian's Chromium with the fonts that the pages are seen in; needs to be root.</summary>
/// <param name="isRoot">Whether this process may install packages.</param>
/// <param name="run">Runs a program.</param>
public sealed class AptInstaller(bool isRoot, Func<string, string[], CancellationToken, Task<CommandResult>> run) : IBrowserInstaller
{
    public string Name => "apt-get install chromium";

    public async Task<string?> InstallAsync(CancellationToken cancellationToken)
    {
        if (!isRoot)
        {
            return "only root can.";
        }

        string[][] steps =
        [
            ["update"],
            ["install", "-y", "--no-install-recommends", "chromium", "fonts-liberation", "fonts-noto-core", "fonts-noto-color-emoji"],
        ];
        foreach (var step in steps)
        {
            // Another installation may be under way on the machine: wait for it.
            var result = await run("apt-get", ["-q", "-o", "DPkg::Lock::Timeout=120", .. step], cancellationToken);
            if (result.ExitCode != 0)
            {
                return $"{step[0]} ended with {result.ExitCode}: {result.LastLine}";
            }
        }

        return null;
    }
}
