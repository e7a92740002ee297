using System.Globalization;
using BorgerPortal.Bench.Running;
using BorgerPortal.Domain.Time;
using BorgerPortal.Tests.Support.Databases;

namespace BorgerPortal.Bench.Import;

/// <summary>
/// The commands import and export, on both databases: a file of 100,000 citizens and 500,000 times beside one of a tenth. Ten
/// times as much may take ten times as long, but not ten times the memory.
/// </summary>
internal sealed class ImportBenchmark(string folder, TimeProvider clock)
{
    private const double AimMinutes = 10;
    private const double AimOfMemory = 2;

    private static readonly int Few = Size.IsShort ? 1 : 10;
    private static readonly int Many = Few * 10;

    private readonly DateOnly _today = Moment.Read(clock).Today;

    public async Task RunAsync(TextWriter output, Aims aims)
    {
        await output.WriteLineAsync($"{Environment.NewLine}Import and export of a scenario file{Environment.NewLine}{"database",-12}{"command",-9}{"citizens",9}{"times",9}{"MB",6}{"seconds",9}{"cpu s",8}{"peak MB",9}{"rows per s",12}");
        await RunAsync("SQLite", () => new Dictionary<string, string>(), output, aims);
        if (PostgreSqlServer.Programs is null)
        {
            aims.Skip("import and export on PostgreSQL", PostgreSqlServer.HowToGetIt);
            return;
        }

        using var server = PostgreSqlServer.Start(isDurable: true);
        await RunAsync(
            "PostgreSQL",
            () => new Dictionary<string, string> { ["Database__Provider"] = "PostgreSql", ["ConnectionStrings__BorgerPortal"] = server.CreateDatabase() },
            output,
            aims);
    }

    private async Task RunAsync(string database, Func<Dictionary<string, string>> place, TextWriter output, Aims aims)
    {
        var (fewIn, fewOut) = await RunAsync(database, place(), new LargeScenario(_today, Few), output);
        var (manyIn, manyOut) = await RunAsync(database, place(), new LargeScenario(_today, Many), output);
        foreach (var (command, few, many) in new[] { ("import", fewIn, manyIn), ("export", fewOut, manyOut) })
        {
            aims.AtMost($"{command}, {database}: minutes", many.Took.TotalMinutes, AimMinutes);
            aims.AtMost($"{command}, {database}: memory for ten times as much", (double)many.PeakBytes / few.PeakBytes, AimOfMemory);
        }
    }

    private async Task<(CommandCost Import, CommandCost Export)> RunAsync(
        string database, Dictionary<string, string> settings, LargeScenario scenario, TextWriter output)
    {
        var place = Directory.CreateDirectory(Path.Combine(folder, $"{database}-{scenario.Citizens}")).FullName;
        var (file, exported) = (Path.Combine(place, "scenario.json"), Path.Combine(place, "export.json"));
        scenario.Write(file);
        settings["Data__Directory"] = Path.Combine(place, "data");
        var command = new PortalCommand(settings, clock);
        await command.RunAsync("make-keys");
        await command.RunAsync("migrate");
        var import = await command.RunAsync("import", file);
        await WriteAsync("import", import, file);
        var export = await command.RunAsync("export", exported);
        await WriteAsync("export", export, exported);
        return (import, export);

        Task WriteAsync(string name, CommandCost cost, string written) => output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{database,-12}{name,-9}{scenario.Citizens,9:N0}{scenario.Times,9:N0}{new FileInfo(written).Length / 1e6,6:N0}{cost.Took.TotalSeconds,9:N1}{cost.Processor.TotalSeconds,8:N1}{cost.PeakBytes / 1e6,9:N0}{(scenario.Citizens + scenario.Times + scenario.Summonses) / cost.Took.TotalSeconds,12:N0}"));
    }
}
