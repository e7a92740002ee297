using BorgerPortal.Bench.Browser;
using BorgerPortal.Bench.ChangeBooking;
using BorgerPortal.Bench.Circuits;
using BorgerPortal.Bench.Contention;
using BorgerPortal.Bench.CreateBooking;
using BorgerPortal.Bench.CreateBooking.PostgreSql;
using BorgerPortal.Bench.Import;
using BorgerPortal.Bench.Overview;
using BorgerPortal.Bench.Pages;
using BorgerPortal.Bench.Running;
using BorgerPortal.Bench.Rush;
using BorgerPortal.Bench.Scale;
using BorgerPortal.Bench.Serving;
using BorgerPortal.Bench.Start;
using BorgerPortal.Bench.Timeslots;

if (BareServer.IsAskedFor(args))
{
    await BareServer.RunAsync(args);
    return 0;
}

var clock = TimeProvider.System;
var aims = new Aims();
var benchmarks = new (string Name, Func<string, Task> RunAsync)[]
{
    ("create-booking", folder => new CreateBookingBenchmark(folder, clock).RunAsync(Console.Out, aims)),
    ("create-booking-postgresql", _ => new PostgreSqlBenchmark(clock).RunAsync(Console.Out, aims)),
    ("change-booking", folder => new ChangeBookingBenchmark(folder, clock).RunAsync(Console.Out, aims)),
    ("contention", folder => new ContentionBenchmark(folder, clock).RunAsync(Console.Out, aims)),
    ("timeslots", folder => new TimeslotsBenchmark(folder, clock).RunAsync(Console.Out, aims)),
    ("pages", folder => new PagesBenchmark(folder, clock).RunAsync(Console.Out, aims)),
    ("circuits", folder => new CircuitsBenchmark(folder, clock).RunAsync(Console.Out, aims)),
    ("browser", folder => new BrowserBenchmark(folder, clock).RunAsync(Console.Out, aims)),
    ("start", folder => new StartBenchmark(folder, clock).RunAsync(Console.Out, aims)),
    ("scale", folder => new ScaleBenchmark(folder, clock).RunAsync(Console.Out, aims)),
    ("import", folder => new ImportBenchmark(folder, clock).RunAsync(Console.Out, aims)),
    ("overview", folder => new OverviewBenchmark(folder, clock).RunAsync(Console.Out, aims)),
    ("rush", folder => new RushBenchmark(folder, clock).RunAsync(Console.Out, aims)),
};
if (args is [var name, ..] && !benchmarks.Any(benchmark => benchmark.Name == name))
{
    await Console.Error.WriteLineAsync($"Not a benchmark: {name}. There are {string.Join(", ", benchmarks.Select(benchmark => benchmark.Name))}.");
    return 2;
}

// Beside the program, so on a disk, where no other folder is given: some of it measures durable commits.
var parent = args is [_, var chosen, ..] ? Path.GetFullPath(chosen) : AppContext.BaseDirectory;
foreach (var benchmark in benchmarks.Where(benchmark => args is [] || benchmark.Name == args[0]))
{
    var folder = Directory.CreateDirectory(Path.Combine(parent, $"run-{Environment.ProcessId}-{benchmark.Name}"));
    try
    {
        await benchmark.RunAsync(folder.FullName);
    }
    finally
    {
        folder.Delete(recursive: true);
    }
}

await aims.WriteAsync(Console.Out);

return 0;
