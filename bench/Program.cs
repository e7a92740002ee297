using BorgerPortal.Bench.Circuits;
using BorgerPortal.Bench.CreateBooking;
using BorgerPortal.Bench.CreateBooking.PostgreSql;
using BorgerPortal.Bench.Pages;
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
var benchmarks = new (string Name, Func<string, Task> RunAsync)[]
{
    ("create-booking", folder => new CreateBookingBenchmark(folder, clock).RunAsync(Console.Out)),
    ("create-booking-postgresql", _ => new PostgreSqlBenchmark(clock).RunAsync(Console.Out)),
    ("timeslots", folder => new TimeslotsBenchmark(folder, clock).RunAsync(Console.Out)),
    ("pages", folder => new PagesBenchmark(folder, clock).RunAsync(Console.Out)),
    ("circuits", folder => new CircuitsBenchmark(folder, clock).RunAsync(Console.Out)),
    ("start", folder => new StartBenchmark(folder, clock).RunAsync(Console.Out)),
    ("scale", folder => new ScaleBenchmark(folder, clock).RunAsync(Console.Out)),
    ("rush", folder => new RushBenchmark(folder, clock).RunAsync(Console.Out)),
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

return 0;
