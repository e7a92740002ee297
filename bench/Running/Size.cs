using System.Globalization;

namespace BorgerPortal.Bench.Running;

/// <summary>How much is measured. BENCH_SHORT=1 shows in minutes that everything runs, and its figures say little.</summary>
internal static class Size
{
    public static bool IsShort { get; } = Environment.GetEnvironmentVariable("BENCH_SHORT") == "1";

    /// <summary>Jobcentres of the large country, of 1,000 citizens each: BENCH_JOBCENTRES.</summary>
    public static int JobCentres { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("BENCH_JOBCENTRES"), CultureInfo.InvariantCulture, out var number) ? number : IsShort ? 5 : 1000;

    public static int Rounds(int rounds) => IsShort ? 1 : rounds;

    public static int Calls(int calls) => IsShort ? (calls + 19) / 20 : calls;
}
