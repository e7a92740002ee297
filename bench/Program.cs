using BorgerPortal.Bench.CreateBooking;

// Beside the program, so on a disk: what is measured is durable commits.
var folder = Path.Combine(args is [var chosen] ? Path.GetFullPath(chosen) : AppContext.BaseDirectory, $"run-{Environment.ProcessId}");
Directory.CreateDirectory(folder);
try
{
    await new CreateBookingBenchmark(folder, TimeProvider.System).RunAsync(Console.Out);
}
finally
{
    Directory.Delete(folder, recursive: true);
}
