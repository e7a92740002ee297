using System.Globalization;
using BorgerPortal.Bench.Running;
using BorgerPortal.Bench.Serving;
using BorgerPortal.Domain.Time;

namespace BorgerPortal.Bench.Circuits;

/// <summary>How much of the heap an open page keeps, over an empty page of MudBlazor.</summary>
internal sealed class CircuitsBenchmark(string folder, TimeProvider clock)
{
    private static readonly int Rounds = Size.Rounds(3);
    private const int PerRound = 40;

    private readonly List<HeadlessCircuit> _open = [];
    private readonly Town _town = new(Moment.Read(clock).Today, citizens: PerRound, times: 600, timesPerDay: 20, caseWorkers: 3);

    public async Task RunAsync(TextWriter output, Aims aims)
    {
        var portal = Portal.Install(Path.Combine(folder, "data"), _town);
        var (heap, bareHeap) = (new Heap(Path.Combine(folder, "portal.sock")), new Heap(Path.Combine(folder, "bare.sock")));
        await using var server = await portal.StartAsync(heap.Settings);
        await using var bare = await BareServer.StartAsync(BareServer.Page, bareHeap.Settings);
        var cookies = new CitizenCookie(portal, clock);

        await output.WriteLineAsync($"{Environment.NewLine}Heap per open circuit{Environment.NewLine}{"page",-26}{"KiB",8}{"of bare",9}");
        var empty = new List<double>();
        foreach (var (name, address) in new[] { ("/min-side", "/min-side"), ("/book", "/book"), ("times of an offer", $"/book/{Town.Offer}") })
        {
            List<double> own = [];
            List<double> its = [];
            for (var round = 0; round <= Rounds; round++)
            {
                own.Add(await MeasureAsync(heap, number => HeadlessCircuit.OpenAsync(server, address, cookies.Of(number + 1))));
                its.Add(await MeasureAsync(bareHeap, _ => HeadlessCircuit.OpenAsync(bare, "/", cookie: null)));
            }

            // The first round warms up.
            var ratio = own.Zip(its, (mine, other) => mine / other).Skip(1).Middle();
            empty.AddRange(its.Skip(1));
            await WriteAsync(output, name, own.Skip(1).Middle(), ratio);
            aims.AtMost($"heap of an open circuit, {name}", ratio, 1.6);
        }

        await WriteAsync(output, "bare: empty page", empty.Middle(), ratio: 1);
        foreach (var circuit in _open)
        {
            await circuit.DisposeAsync();
        }
    }

    private static Task WriteAsync(TextWriter output, string name, double kibibytes, double ratio) =>
        output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{name,-26}{kibibytes,8:N0}{ratio,9:N2}"));

    /// <summary>Opens circuits and keeps them open: one that is closed is kept by the server for a while, in case its browser comes back.</summary>
    private async Task<double> MeasureAsync(Heap heap, Func<int, Task<HeadlessCircuit>> open)
    {
        var before = await heap.ReadAsync();
        for (var number = 0; number < PerRound; number++)
        {
            _open.Add(await open(number));
        }

        return (await heap.ReadAsync() - before) / 1024.0 / PerRound;
    }
}
