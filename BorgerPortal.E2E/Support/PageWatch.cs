using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace BorgerPortal.E2E.Support;

/// <summary>
/// What no page may do, whatever a test is about: complain, want what its content security policy forbids, ask another
/// host, fail, or show a personnummer in an address.
/// </summary>
internal sealed class PageWatch
{
    private static readonly string[] LostConnection = ["WebSocket", "Connection disconnected", "net::ERR_CONNECTION", "net::ERR_EMPTY_RESPONSE", "net::ERR_SOCKET_NOT_CONNECTED", "Failed to complete negotiation", "Failed to start the connection", "Failed to fetch"];

    private const string ForbiddenPrefix = "Forbidden by the policy: ";

    // The page of the API is not ours: its script tries whether it may eval, and goes without where it may not.
    private const string TellWhatIsForbidden =
        $$"""
        document.addEventListener('securitypolicyviolation', e => {
          if (e.blockedURI !== 'eval' || !location.pathname.startsWith('/api/docs')) {
            console.error(`{{ForbiddenPrefix}}${e.effectiveDirective} ${e.blockedURI} ${e.sourceFile}:${e.lineNumber} ${e.sample}`);
          }
        });
        """;

    private readonly ConcurrentQueue<string> _faults = new();
    private readonly ConcurrentBag<string> _personnumre = [];
    private readonly Uri _portal;

    public PageWatch(IPage page, Uri portal)
    {
        _portal = portal;
        page.Console += (_, message) => Report(message.Type == "error" && !IsOfLostConnection(message.Text) && !IsOfMissingPage(page, message), $"Console: {message.Text} ({message.Location})");
        page.PageError += (_, error) => Report(true, $"Script: {error}");
        page.Request += (_, request) => Look(request);
        page.Response += (_, response) => Report(response.Status >= 500, $"{response.Status}: {response.Url}");
    }

    public IReadOnlyCollection<string> Faults => _faults;

    /// <summary>Whether the browser may complain of a server that it cannot reach.</summary>
    public bool ConnectionMayBreak { get; set; }

    /// <summary>What a page wanted that its policy forbids.</summary>
    public IEnumerable<string> Forbidden => _faults.Where(fault => fault.Contains(ForbiddenPrefix, StringComparison.Ordinal));

    /// <summary>Begins before the page's own scripts do.</summary>
    public static Task BeginAsync(IPage page) => page.AddInitScriptAsync(TellWhatIsForbidden);

    /// <summary>From now on this number stands in no address and in nothing that the browser keeps.</summary>
    public void KeepSecret(string personnummer) => _personnumre.Add(personnummer);

    public async Task LookIntoStorageAsync(IPage page)
    {
        var kept = await page.EvaluateAsync<string>("JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie])");
        Report(_personnumre.Any(kept.Contains), "A personnummer in the browser's storage.");
    }

    private void Look(IRequest request)
    {
        var address = new Uri(request.Url);
        Report(address.Scheme is not ("data" or "blob") && address.Authority != _portal.Authority, $"Another host: {request.Url}");
        Report(_personnumre.Any(request.Url.Contains), $"A personnummer in an address: {request.Url}");
    }

    /// <summary>A page that is not there, or is others', is a page too; a file of a page that is not there is a fault.</summary>
    private static bool IsOfMissingPage(IPage page, IConsoleMessage message) =>
        (message.Text.Contains("status of 404", StringComparison.Ordinal) || message.Text.Contains("status of 403", StringComparison.Ordinal))
        && message.Location.StartsWith($"{page.Url}:", StringComparison.Ordinal);

    private bool IsOfLostConnection(string text) =>
        ConnectionMayBreak && LostConnection.Any(words => text.Contains(words, StringComparison.Ordinal));

    private void Report(bool isFault, string fault)
    {
        if (isFault)
        {
            _faults.Enqueue(fault);
        }
    }
}
