using BorgerPortal.Bench.Running;
using BorgerPortal.Bench.Serving;
using BorgerPortal.Domain.Time;

namespace BorgerPortal.Bench.Timeslots;

/// <summary>
/// GetSelvbookingMoedetider over HTTP, a month of 600 times that three caseworkers serve, over a bare program that reads
/// the same file with the same SQL and gives the same answer to the byte.
/// </summary>
internal sealed class TimeslotsBenchmark(string folder, TimeProvider clock)
{
    private const int Citizens = 500;

    private readonly Contest _contest = new(rounds: 7, calls: 600);
    private readonly Town _town = new(Moment.Read(clock).Today, Citizens, times: 600, timesPerDay: 20, caseWorkers: 3);

    public async Task RunAsync(TextWriter output, Aims aims)
    {
        var portal = Portal.Install(folder, _town);
        await using var server = await portal.StartAsync();
        await using var bare = await BareServer.StartAsync(BareServer.Times, new Dictionary<string, string>(), portal.DatabaseFile, portal.KeyFile);
        await BookSomeAsync(server);
        await ExpectSameAsync(server, bare);

        var table = new Table(output);
        await table.WriteHeadAsync("GetSelvbookingMoedetider over HTTP, a month of 600 times with 3 caseworkers");
        await RunAsync(new Callers(16, clock), server, bare);
        foreach (var callers in new[] { 1, 16 })
        {
            var counted = new Callers(callers, clock);
            var scores = await RunAsync(counted, server, bare);
            await table.WriteAsync(counted, scores);
            aims.AtLeast($"times of a month over HTTP, {callers} callers", scores[0].Over(scores[1]), 0.7);
        }
    }

    private Task<IReadOnlyList<Score>> RunAsync(Callers callers, ServerProcess server, ServerProcess bare) => _contest.RunAsync(
        callers, server.Contestant("portal", Request), bare.Contestant("bare: same SQL and JSON", Request));

    // Something is taken of every caseworker's time, as in any month.
    private async Task BookSomeAsync(ServerProcess server)
    {
        for (var citizen = 0; citizen < 60; citizen++)
        {
            await server.SendAsync(Portal.Booking(citizen, _town.StartOf(citizen * 7)), System.Net.HttpStatusCode.Created);
        }
    }

    private async Task ExpectSameAsync(ServerProcess server, ServerProcess bare)
    {
        using var ask = Request(0);
        using var answer = await server.Http.SendAsync(ask);
        using var askBare = Request(0);
        using var bareAnswer = await bare.Http.SendAsync(askBare);
        var (own, its) = (await answer.Content.ReadAsStringAsync(), await bareAnswer.Content.ReadAsStringAsync());
        if (!answer.IsSuccessStatusCode || own != its || Headers(answer) != Headers(bareAnswer))
        {
            throw new InvalidOperationException(
                $"The answers differ:\n{answer.StatusCode} {Headers(answer)}\n{own[..Math.Min(2000, own.Length)]}\n{Headers(bareAnswer)}\n{its[..Math.Min(2000, its.Length)]}");
        }
    }

    private static string Headers(HttpResponseMessage answer) => string.Join(
        '\n',
        answer.Headers.Concat(answer.Content.Headers).Where(header => header.Key != "Date")
            .OrderBy(header => header.Key, StringComparer.Ordinal).Select(header => $"{header.Key}: {string.Join(',', header.Value)}"));

    // Those who have booked read their own times as taken: the others ask.
    private HttpRequestMessage Request(int number) => Portal.Call(
        HttpMethod.Get,
        $"/moedetilbud/{Town.Offer}/moedetider?startMoedetidsinterval={Uri.EscapeDataString(_town.From.ToWire())}&slutMoedetidsinterval={Uri.EscapeDataString(_town.To.ToWire())}",
        Town.PersonnummerOf(100 + (number % (Citizens - 100))));
}
