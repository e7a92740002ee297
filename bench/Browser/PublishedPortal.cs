using System.Diagnostics;
using BorgerPortal.Tests.Support;

namespace BorgerPortal.Bench.Browser;

/// <summary>The portal as it is published, with its scripts and styles compressed: what a build serves says nothing of bytes.</summary>
internal sealed record PublishedPortal(string Folder)
{
    public string Program => Path.Combine(Folder, "BorgerPortal.Web.dll");

    public static async Task<PublishedPortal> PublishAsync(string folder)
    {
        var project = Path.Combine(SolutionFolder.Path, "BorgerPortal.Web");
        var start = new ProcessStartInfo(
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", ["publish", project, "-c", "Release", "-o", folder, "-v", "q", "--nologo"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        using var publish = Process.Start(start)!;
        var said = await publish.StandardOutput.ReadToEndAsync();
        await publish.WaitForExitAsync();
        return publish.ExitCode == 0 ? new PublishedPortal(folder) : throw new InvalidOperationException($"The portal could not be published:\n{said}");
    }
}
