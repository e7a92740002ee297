using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace BorgerPortal.E2E.Support;

/// <summary>Somebody at a browser of their own. What they do on the pages stands in the extensions beside the journeys.</summary>
public sealed class Visitor : IAsyncDisposable
{
    private const int LeftByServer = 1001;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan RegexPatience = TimeSpan.FromSeconds(1);

    private readonly IBrowserContext _context;
    private readonly PageWatch _watch;
    private IWebSocketRoute? _connection;
    private TaskCompletionSource _connected = new();

    private Visitor(IBrowserContext context, IPage page, Uri portal) => (_context, Page, _watch) = (context, page, new PageWatch(page, portal));

    public IPage Page { get; }

    /// <param name="width">Of the window, in pixels.</param>
    internal static async Task<Visitor> ComeAsync(IBrowser browser, Uri portal, int width)
    {
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = portal.ToString(),
            Locale = "da-DK",
            TimezoneId = "Europe/Copenhagen",
            ReducedMotion = ReducedMotion.Reduce,
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
        });
        await context.Tracing.StartAsync(new() { Snapshots = true });
        return await OpenTabAsync(context, portal);
    }

    /// <summary>Another tab of the same browser.</summary>
    public Task<Visitor> OpenTabAsync() => OpenTabAsync(_context, new Uri(Page.Url));

    /// <summary>What the pages wanted that their policy forbids.</summary>
    internal IEnumerable<string> Forbidden => _watch.Forbidden;

    /// <summary>From now on each connection that the page makes to the server can be cut.</summary>
    public Task HoldConnectionsAsync() => Page.RouteWebSocketAsync(url => url.Contains("/_blazor", StringComparison.Ordinal), connection =>
    {
        connection.ConnectToServer();
        _connection = connection;
        _connected.TrySetResult();
    });

    /// <summary>Cuts the connection, as a phone in a lift does, and waits until the page has made another.</summary>
    public async Task LoseConnectionAsync()
    {
        MayLoseConnection();
        _connected = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await _connection!.CloseAsync(new() { Code = LeftByServer });
        await _connected.Task.WaitAsync(Patience, TimeProvider.System, TestContext.Current.CancellationToken);
        await Expect(Page.Locator("#components-reconnect-modal")).ToBeHiddenAsync();
    }

    /// <summary>From now on the browser may complain that the server cannot be reached.</summary>
    public void MayLoseConnection() => _watch.ConnectionMayBreak = true;

    public void KeepSecret(string personnummer) => _watch.KeepSecret(personnummer);

    public Task OpenAsync(string address) => Page.GotoAsync(address);

    public ILocator Handle(string testId) => Page.GetByTestId(testId);

    /// <summary>A page that works without a connection to the server: this heading, and no fault that a tool can find.</summary>
    public async Task SeesPageAsync(string heading)
    {
        await Expect(Page.Locator("h1")).ToHaveTextAsync(heading);
        await Expect(Page).ToHaveTitleAsync(new Regex("^" + Regex.Escape(heading), RegexOptions.None, RegexPatience));
        await Page.AssertAccessibleAsync();
    }

    /// <summary>A page that is live.</summary>
    public async Task SeesLivePageAsync(string heading)
    {
        await Expect(Page.Locator("h1")).ToHaveTextAsync(heading);
        await Expect(Page.Locator("main[data-interaktiv=true]")).ToBeVisibleAsync();
        await SeesPageAsync(heading);
    }

    /// <summary>A live page that a step has led to: whoever listens is at its heading.</summary>
    public async Task ArrivesAtAsync(string heading)
    {
        await Expect(Page.Locator("h1")).ToHaveTextAsync(heading);
        await Expect(Page.Locator("h1")).ToBeFocusedAsync();
        await SeesLivePageAsync(heading);
    }

    /// <summary>Ends the visit. What went wrong on the pages fails the test, and what they looked like is kept where it failed.</summary>
    /// <param name="failed">Whether the test has failed already.</param>
    /// <param name="keepIn">Where to keep the screenshot and the trace.</param>
    internal async Task LeaveAsync(bool failed, string keepIn)
    {
        await _watch.LookIntoStorageAsync(Page);
        if (failed || _watch.Faults.Count > 0)
        {
            await Page.ScreenshotAsync(new() { Path = keepIn + ".png", FullPage = true });
            await _context.Tracing.StopAsync(new() { Path = keepIn + ".zip" });
        }

        Assert.True(_watch.Faults.Count == 0, "The pages misbehaved:\n" + string.Join('\n', _watch.Faults));
    }

    private static async Task<Visitor> OpenTabAsync(IBrowserContext context, Uri portal)
    {
        var page = await context.NewPageAsync();
        await PageWatch.BeginAsync(page);
        return new Visitor(context, page, portal);
    }

    public ValueTask DisposeAsync() => _context.DisposeAsync();
}
