using BorgerPortal.Bench.Serving;
using Microsoft.Playwright;

namespace BorgerPortal.Bench.Browser;

/// <summary>A citizen who walks through the steps on loopback, at full speed: from a click to the next step's heading.</summary>
internal sealed class Journey(IBrowser browser, Uri server, string cookie)
{
    /// <summary>Clicks in the page, and resolves to the milliseconds until the heading is another.</summary>
    private const string ClickAndWait = """
        selector => new Promise(done => {
          const heading = document.querySelector('h1').textContent;
          const begun = performance.now();
          const observer = new MutationObserver(() => {
            const now = document.querySelector('h1');
            if (now && now.textContent !== heading) {
              observer.disconnect();
              requestAnimationFrame(() => done(performance.now() - begun));
            }
          });
          observer.observe(document.body, { subtree: true, childList: true, characterData: true });
          document.querySelector(selector).click();
        })
        """;

    private static readonly (string Name, string Selector)[] Steps =
    [
        ("status to meetings", "main a[href='book']"),
        ("meetings to times", $"[data-testid='tilbud-{Town.Offer}']"),
        ("times to caseworkers", "[data-testid=naeste]"),
        ("caseworkers to check", "[data-testid=naeste]"),
    ];

    public async Task<IReadOnlyList<(string Name, List<double> Milliseconds)>> WalkAsync(int rounds)
    {
        await using var context = await browser.NewPhoneAsync(server, cookie);
        var page = await context.NewPageAsync();
        var times = Steps.Select(step => (step.Name, Milliseconds: new List<double>())).ToList();
        for (var round = 0; round <= rounds; round++)
        {
            await page.GotoAsync(new Uri(server, "/min-side").ToString());
            await page.WaitForSelectorAsync("main[data-interaktiv=true]");
            foreach (var (number, (_, selector)) in Steps.Index())
            {
                await page.WaitForSelectorAsync(selector);
                if (number == 2)
                {
                    await AnswerAsync(page);
                }

                var milliseconds = await page.EvaluateAsync<double>(ClickAndWait, selector);
                if (round > 0)
                {
                    times[number].Milliseconds.Add(milliseconds);
                }
            }
        }

        return times;
    }

    private static async Task AnswerAsync(IPage page)
    {
        await page.Locator("input[name=form]").First.CheckAsync();
        await page.WaitForURLAsync(url => url.Contains("form=", StringComparison.Ordinal));
        await page.Locator("input[name=tid]").First.CheckAsync();
        await page.WaitForURLAsync(url => url.Contains("tid=", StringComparison.Ordinal));
        await page.WaitForFunctionAsync("document.querySelector('.step-bar [role=status]').textContent.trim() !== ''");
    }
}
