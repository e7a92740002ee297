using System.Net;
using BorgerPortal.Bench.Running;
using BorgerPortal.Bench.Serving;
using BorgerPortal.Domain.Time;

namespace BorgerPortal.Bench.Start;

/// <summary>From the start of the process to the first answer of /: the portal on data that is there, over an empty app of MudBlazor.</summary>
internal sealed class StartBenchmark(string folder, TimeProvider clock)
{
    private readonly Contest _contest = new(rounds: 9, calls: 1);
    private readonly Town _town = new(Moment.Read(clock).Today, citizens: 500, times: 600, timesPerDay: 20, caseWorkers: 3);

    public async Task RunAsync(TextWriter output, Aims aims)
    {
        var portal = Portal.Install(folder, _town);
        await using (await portal.StartAsync())
        {
            // Makes the database.
        }

        var table = new Table(output);
        await table.WriteHeadAsync("Process start to first page");
        var caller = new Callers(1, clock);
        var scores = await _contest.RunAsync(
            caller,
            Contestant("portal", () => portal.StartAsync()),
            Contestant("bare: empty app", () => BareServer.StartAsync(BareServer.Page, new Dictionary<string, string>())));
        await table.WriteAsync(caller, scores);
        aims.Tell("process start to first page, of an empty app", scores[0].Over(scores[1]));
    }

    private static Contestant Contestant(string name, Func<Task<ServerProcess>> startAsync)
    {
        var used = TimeSpan.Zero;
        return new Contestant(name, StartAsync) { ProcessorTime = () => used };

        async Task StartAsync(int number)
        {
            await using var server = await startAsync();
            await server.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/"), HttpStatusCode.OK);
            used += server.ProcessorTime();
        }
    }
}
