using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Playwright;

namespace BorgerPortal.Bench.Browser;

/// <summary>A browser with a processor six times slower, on what the developer tools of Chromium call Slow 4G.</summary>
internal static class SlowPhone
{
    private const int ProcessorSlowdown = 6;
    private const double LatencyMilliseconds = 562.5;
    private const int DownloadBytesPerSecond = 180_000;
    private const int UploadBytesPerSecond = 84_375;

    /// <summary>Notes when the page says that it is live, which portal and empty page both do.</summary>
    private const string NoteWhenLive = """
        new MutationObserver((_, observer) => {
          if (document.querySelector('[data-interaktiv=true]')) {
            window.liveAt = performance.now();
            observer.disconnect();
          }
        }).observe(document, { subtree: true, childList: true, attributes: true });
        """;

    public static async Task<Visit> VisitAsync(IBrowser browser, Uri address, string? cookie)
    {
        await using var context = await browser.NewPhoneAsync(address, cookie);
        var page = await context.NewPageAsync();
        await page.AddInitScriptAsync(NoteWhenLive);
        var network = await context.NewCDPSessionAsync(page);
        var traffic = new Traffic(network);
        await network.SendAsync("Network.enable");
        await network.SendAsync("Network.emulateNetworkConditions", new Dictionary<string, object>
        {
            ["offline"] = false,
            ["latency"] = LatencyMilliseconds,
            ["downloadThroughput"] = DownloadBytesPerSecond,
            ["uploadThroughput"] = UploadBytesPerSecond,
        });
        await network.SendAsync("Emulation.setCPUThrottlingRate", new Dictionary<string, object> { ["rate"] = ProcessorSlowdown });

        await page.GotoAsync(address.ToString(), new() { Timeout = 120_000 });
        await page.WaitForFunctionAsync("window.liveAt && performance.getEntriesByName('first-contentful-paint').length", null, new() { Timeout = 120_000 });
        return new Visit(
            await page.EvaluateAsync<double>("performance.getEntriesByName('first-contentful-paint')[0].startTime"),
            await page.EvaluateAsync<double>("window.liveAt"),
            traffic.Bytes,
            traffic.Careless);
    }

    /// <summary>Adds up what scripts and styles weigh.</summary>
    private sealed class Traffic
    {
        private readonly ConcurrentDictionary<string, string> _wanted = new(StringComparer.Ordinal);
        private readonly ConcurrentBag<string> _careless = [];
        private double _bytes;

        public Traffic(ICDPSession network)
        {
            network.Event("Network.responseReceived").OnEvent += (_, heard) => Received(heard!.Value);
            network.Event("Network.loadingFinished").OnEvent += (_, heard) => Finished(heard!.Value);
        }

        public double Bytes => _bytes;

        public IReadOnlyList<string> Careless => [.. _careless];

        private void Received(JsonElement heard)
        {
            var response = heard.GetProperty("response");
            if (heard.GetProperty("type").GetString() is not ("Script" or "Stylesheet"))
            {
                return;
            }

            var address = response.GetProperty("url").GetString()!;
            _wanted[heard.GetProperty("requestId").GetString()!] = address;
            var headers = response.GetProperty("headers").EnumerateObject()
                .ToDictionary(header => header.Name, header => header.Value.GetString() ?? "", StringComparer.OrdinalIgnoreCase);
            if (!headers.ContainsKey("Content-Encoding") || !headers.GetValueOrDefault("Cache-Control", "").Contains("immutable", StringComparison.Ordinal))
            {
                _careless.Add(address);
            }
        }

        private void Finished(JsonElement heard)
        {
            if (_wanted.ContainsKey(heard.GetProperty("requestId").GetString()!))
            {
                _bytes += heard.GetProperty("encodedDataLength").GetDouble();
            }
        }
    }
}
