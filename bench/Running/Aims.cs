using System.Globalization;

namespace BorgerPortal.Bench.Running;

/// <summary>What is aimed at and what was seen, for one look at the end.</summary>
internal sealed class Aims
{
    private readonly List<string> _lines = [];
    private readonly List<string> _skipped = [];

    public void AtLeast(string what, double seen, double aim) => Add(what, $">= {Number(aim)}", seen, seen >= aim);

    public void AtMost(string what, double seen, double aim) => Add(what, $"<= {Number(aim)}", seen, seen <= aim);

    /// <summary>What nobody has set an aim for.</summary>
    public void Tell(string what, double seen) => _lines.Add($"{what,-58}{"",9}{Number(seen),10}");

    /// <summary>A benchmark that could not run here.</summary>
    public void Skip(string what, string why) => _skipped.Add($"{what,-58} not measured: {why}");

    public async Task WriteAsync(TextWriter output)
    {
        await output.WriteLineAsync($"{Environment.NewLine}{"aim",-58}{"",9}{"seen",10}");
        foreach (var line in (string[])[.. _lines, .. _skipped])
        {
            await output.WriteLineAsync(line);
        }

        if (Size.IsShort)
        {
            await output.WriteLineAsync("A short run (BENCH_SHORT=1): it shows that everything runs, and its figures say little.");
        }
    }

    private void Add(string what, string aim, double seen, bool isHeld) =>
        _lines.Add($"{what,-58}{aim,9}{Number(seen),10}  {(isHeld ? "held" : "MISSED")}");

    private static string Number(double value) => value.ToString(value < 100 ? "0.##" : "N0", CultureInfo.InvariantCulture);
}
