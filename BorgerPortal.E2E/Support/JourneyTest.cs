using BorgerPortal.E2E.Browsers;
using Microsoft.Playwright;
using Xunit;

namespace BorgerPortal.E2E.Support;

/// <summary>A story told in browsers on a portal of its own. What a failed one looked like lies in artifacts/.</summary>
public abstract class JourneyTest(BrowserFixture browser) : IAsyncLifetime
{
    private const int DesktopWidth = 1280;

    private readonly List<Visitor> _visitors = [];
    private RunningPortal? _portal;

    protected RunningPortal Portal => _portal!;

    /// <summary>The file in Scenarios that the story begins with.</summary>
    protected virtual string Scenario => "selvbooking.json";

    /// <summary>The clock that the portal goes by, where the story decides what time it is.</summary>
    protected virtual TimeProvider? Clock => null;

    public async ValueTask InitializeAsync()
    {
        await browser.GetAsync(TestContext.Current.CancellationToken);
        _portal = new RunningPortal(Scenario, Clock);
    }

    /// <summary>Somebody opens a browser.</summary>
    protected async Task<Visitor> ComesAsync(int width = DesktopWidth)
    {
        var visitor = await Visitor.ComeAsync(await browser.GetAsync(TestContext.Current.CancellationToken), Portal.Address, width);
        _visitors.Add(visitor);
        return visitor;
    }

    /// <summary>A browser that nobody watches, for a test of the watch itself.</summary>
    protected async Task<IBrowserContext> NewContextAsync() =>
        await (await browser.GetAsync(TestContext.Current.CancellationToken)).NewContextAsync(new() { BaseURL = Portal.Address.ToString() });

    public async ValueTask DisposeAsync()
    {
        try
        {
            var failed = TestContext.Current.TestState?.Result == TestResult.Failed;
            foreach (var (number, visitor) in _visitors.Index())
            {
                await visitor.LeaveAsync(failed, Artifacts.NameFor(TestContext.Current.Test!.TestDisplayName, number));
            }
        }
        finally
        {
            foreach (var visitor in _visitors)
            {
                await visitor.DisposeAsync();
            }

            if (_portal is not null)
            {
                await _portal.DisposeAsync();
            }
        }
    }
}
