using BorgerPortal.Bench.Running;
using BorgerPortal.Bench.Serving;
using BorgerPortal.Domain.Time;

namespace BorgerPortal.Bench.Pages;

/// <summary>The status page, the offers and an offer with 600 times of a citizen who has logged in, over an empty page of MudBlazor.</summary>
internal sealed class PagesBenchmark(string folder, TimeProvider clock)
{
    private const int Citizens = 200;

    private static readonly string Offer = $"/book/{Town.Offer}";

    private readonly Contest _contest = new(rounds: 7, calls: 1_000);
    private readonly Town _town = new(Moment.Read(clock).Today, Citizens, times: 600, timesPerDay: 20, caseWorkers: 3);

    public async Task RunAsync(TextWriter output, Aims aims)
    {
        var portal = Portal.Install(folder, _town);
        await using var server = await portal.StartAsync();
        await using var bare = await BareServer.StartAsync(BareServer.Page, new Dictionary<string, string>());
        await BookSomeAsync(server);
        var cookies = new CitizenCookie(portal, clock);
        var headers = Enumerable.Range(1, Citizens).Select(citizen => cookies.Of(citizen)).ToList();
        await ExpectAsync(server, Page("/min-side", 0), "data-testid=\"status-kan-selvbooke\"", "data-testid=\"moede-");
        await ExpectAsync(server, Page("/book", 0), $"data-testid=\"tilbud-{Town.Offer}\"");
        await ExpectAsync(server, Page(Offer, 0), "data-testid=\"naeste-maaned\"");

        var table = new Table(output);
        await table.WriteHeadAsync("Prerendered pages over HTTP");
        await RunAsync(new Callers(16, clock));
        foreach (var callers in new[] { 1, 16 })
        {
            var counted = new Callers(callers, clock);
            var scores = await RunAsync(counted);
            await table.WriteAsync(counted, scores);
            foreach (var page in scores.SkipLast(2))
            {
                aims.AtLeast($"{page.Contestant.Name}, {callers} callers", page.Over(scores[^1]), 0.5);
            }

            aims.Tell($"{scores[^2].Contestant.Name}, {callers} callers", scores[^2].Over(scores[^1]));
        }

        Task<IReadOnlyList<Score>> RunAsync(Callers callers) => _contest.RunAsync(
            callers,
            server.Contestant("/min-side", number => Page("/min-side", number)),
            server.Contestant("/book", number => Page("/book", number)),
            server.Contestant("an offer with 600 times", number => Page(Offer, number)),
            bare.Contestant("bare: empty page", _ => new HttpRequestMessage(HttpMethod.Get, "/")));

        HttpRequestMessage Page(string address, int number)
        {
            var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.Add("Cookie", headers[number % Citizens]);
            return request;
        }
    }

    // Every other citizen has a meeting to show.
    private async Task BookSomeAsync(ServerProcess server)
    {
        for (var citizen = 0; citizen < Citizens; citizen += 2)
        {
            await server.SendAsync(Portal.Booking(citizen, _town.StartOf(citizen)), System.Net.HttpStatusCode.Created);
        }
    }

    private static async Task ExpectAsync(ServerProcess server, HttpRequestMessage request, params string[] parts)
    {
        using (request)
        {
            using var answer = await server.Http.SendAsync(request);
            var page = await answer.Content.ReadAsStringAsync();
            if (!answer.IsSuccessStatusCode || !Array.TrueForAll(parts, part => page.Contains(part, StringComparison.Ordinal)))
            {
                throw new InvalidOperationException($"{request.RequestUri}: {answer.StatusCode} {answer.Headers.Location}, and the page is not the one expected:\n{page}\n{server.Output}");
            }
        }
    }
}
