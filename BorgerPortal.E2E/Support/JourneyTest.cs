using BorgerPortal.E2E.Browsers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;

namespace BorgerPortal.E2E.Support;

/// <summary>A story told in browsers, on a portal of its own where it does not say otherwise. What a failed one looked like lies in artifacts/.</summary>
public abstract class JourneyTest(BrowserFixture browser) : IAsyncLifetime
{
    private const int DesktopWidth = 1280;

    private readonly List<Visitor> _visitors = [];
    private RunningPortal? _own;

    protected virtual RunningPortal Portal => _own!;

    /// <summary>The file in Scenarios that the story begins with.</summary>
    protected virtual string Scenario => "selvbooking.json";

    /// <summary>Puts services of the story's own in the place of the portal's: a clock, a planner.</summary>
    protected virtual void Replace(IServiceCollection services)
    {
    }

    public virtual async ValueTask InitializeAsync()
    {
        await browser.GetAsync(TestContext.Current.CancellationToken);
        OpenOwnPortal();
    }

    protected RunningPortal OpenOwnPortal() => _own = new RunningPortal(Scenario, Replace);

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

            if (_own is not null)
            {
                await _own.DisposeAsync();
            }
        }
    }
}
