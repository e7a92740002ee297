using BorgerPortal.Bench.CreateBooking;
using BorgerPortal.Bench.Scale;

// Beside the program, so on a disk: what is measured is durable commits.
var folder = Path.Combine(AppContext.BaseDirectory, $"run-{Environment.ProcessId}");
Directory.CreateDirectory(folder);
try
{
    if (args is ["scale"])
    {
        await new ScaleBenchmark(folder, TimeProvider.System).RunAsync(Console.Out);
    }
    else
    {
        await new CreateBookingBenchmark(folder, TimeProvider.System).RunAsync(Console.Out);
    }
}
finally
{
    Directory.Delete(folder, recursive: true);
}
