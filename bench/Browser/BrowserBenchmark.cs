using BorgerPortal.Bench.Running;
using BorgerPortal.Bench.Serving;
using BorgerPortal.Domain.Time;
using Microsoft.Playwright;

namespace BorgerPortal.Bench.Browser;

/// <summary>
/// What a citizen with a slow phone waits for: the status page and the page of an offer with 600 times, over an empty page
/// of MudBlazor under the same throttling; and how long a step takes on the way through the journey.
/// </summary>
internal sealed class BrowserBenchmark(string folder, TimeProvider clock)
{
    private const int Rounds = 7;
    private const double SlowerAtMost = 1.25;
    private const double MoreBytesAtMost = 1.15;
    private const double StepMilliseconds = 100;

    private readonly Town _town = new(Moment.Read(clock).Today, citizens: 5, times: 600, timesPerDay: 20, caseWorkers: 3);

    public async Task RunAsync(TextWriter output, Aims aims)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await BenchBrowser.LaunchAsync(playwright);
        if (browser is null)
        {
            aims.Skip("browser", "no Chromium that launches");
            return;
        }

        var published = await PublishedPortal.PublishAsync(Path.Combine(folder, "published"));
        var portal = Portal.Install(Directory.CreateDirectory(Path.Combine(folder, "data")).FullName, _town);
        await using var server = await portal.StartAsync(program: published.Program);
        await using var bare = await BareServer.StartAsync(BareServer.Page, new Dictionary<string, string>(), published.Folder);
        var cookie = new CitizenCookie(portal, clock).Of(1);

        await CompareAsync(output, aims, browser, server.Http.BaseAddress!, bare.Http.BaseAddress!, cookie);
        await StepAsync(output, aims, new Journey(browser, server.Http.BaseAddress!, cookie));
    }

    private static async Task CompareAsync(TextWriter output, Aims aims, IBrowser browser, Uri server, Uri bare, string cookie)
    {
        (string Name, Uri Address)[] pages = [("empty", bare), ("/min-side", new Uri(server, "/min-side")), ("an offer with 600 times", new Uri(server, $"/book/{Town.Offer}"))];
        var visits = pages.ToDictionary(page => page.Name, _ => new List<Visit>(), StringComparer.Ordinal);
        for (var round = 0; round <= (Size.IsShort ? 1 : Rounds); round++)
        {
            foreach (var (name, address) in pages)
            {
                var visit = await SlowPhone.VisitAsync(browser, address, address.Authority == server.Authority ? cookie : null);
                if (round > 0)
                {
                    visits[name].Add(visit);
                }
            }
        }

        await output.WriteLineAsync($"{Environment.NewLine}In Chromium, processor 6 times slower, Slow 4G, nothing kept (medians)");
        await output.WriteLineAsync($"{"page",-26}{"first content ms",18}{"interactive ms",16}{"JS and CSS bytes",18}");
        var empty = visits["empty"];
        foreach (var (name, seen) in visits)
        {
            await output.WriteLineAsync(
                $"{name,-26}{Median(seen, visit => visit.FirstContent),18:N0}{Median(seen, visit => visit.Interactive),16:N0}{Median(seen, visit => visit.ScriptAndStyleBytes),18:N0}");
            if (seen == empty)
            {
                continue;
            }

            aims.AtMost($"browser: {name}, first content over empty", Ratio(seen, empty, visit => visit.FirstContent), SlowerAtMost);
            aims.AtMost($"browser: {name}, interactive over empty", Ratio(seen, empty, visit => visit.Interactive), SlowerAtMost);
            aims.AtMost($"browser: {name}, JS and CSS over empty", Ratio(seen, empty, visit => visit.ScriptAndStyleBytes), MoreBytesAtMost);
            aims.AtMost($"browser: {name}, JS and CSS not compressed or not kept", seen.Max(visit => visit.Careless.Count), 0);
            foreach (var careless in seen[^1].Careless)
            {
                await output.WriteLineAsync($"  not compressed or not kept for good: {careless}");
            }
        }
    }

    private static async Task StepAsync(TextWriter output, Aims aims, Journey journey)
    {
        var steps = await journey.WalkAsync(Size.IsShort ? 2 : 20);
        await output.WriteLineAsync($"{Environment.NewLine}{"from step to step, ms",-40}{"median",10}{"p99",10}");
        foreach (var (name, milliseconds) in steps)
        {
            milliseconds.Sort();
            var (median, worst) = (milliseconds[milliseconds.Count / 2], milliseconds[(int)Math.Ceiling(0.99 * (milliseconds.Count - 1))]);
            await output.WriteLineAsync($"{name,-40}{median,10:0.#}{worst,10:0.#}");
            aims.AtMost($"browser: {name}, ms", median, StepMilliseconds);
        }
    }

    private static double Ratio(List<Visit> seen, List<Visit> empty, Func<Visit, double> of) =>
        seen.Zip(empty, (one, other) => of(one) / of(other)).Middle();

    private static double Median(List<Visit> visits, Func<Visit, double> of) => visits.Select(of).Middle();
}
