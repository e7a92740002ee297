using System.Diagnostics;

namespace BorgerPortal.Bench.Serving;

/// <summary>A program of the benchmarks' folder, as a process of its own that is listened to.</summary>
internal static class BenchProgram
{
    /// <param name="assembly">The program.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="settings">Environment variables.</param>
    public static ProcessStartInfo Describe(string assembly, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> settings)
    {
        var host = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        var start = new ProcessStartInfo(host, [Path.Combine(AppContext.BaseDirectory, assembly), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        foreach (var (key, value) in settings)
        {
            start.Environment[key] = value;
        }

        return start;
    }
}
