using BorgerPortal.E2E.Browsers;
using BorgerPortal.Tests.Support;
using Microsoft.Playwright;
using Xunit;

[assembly: AssemblyFixture(typeof(BrowserFixture))]

namespace BorgerPortal.E2E.Browsers;

/// <summary>The one browser of a test run: found, or installed, when the first test asks for it.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    /// <summary>Generous: a slow machine is no fault of a page's.</summary>
    private const float PatienceMilliseconds = 15_000;

    private readonly SemaphoreSlim _gate = new(1);
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private string? _missing;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>The browser; a test that cannot have one ends here, skipped with what to run.</summary>
    public async Task<IBrowser> GetAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (_browser is null && _missing is null)
            {
                await LaunchAsync(cancellationToken);
            }
        }
        finally
        {
            _gate.Release();
        }

        if (_browser is null)
        {
            Requirement.Missing(_missing!);
        }

        return _browser;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        _gate.Dispose();
    }

    private async Task LaunchAsync(CancellationToken cancellationToken)
    {
        _playwright = await Playwright.CreateAsync();
        var finding = await Chromium.Finder(_playwright).FindAsync(cancellationToken);
        if (finding.Executable is null)
        {
            _missing = finding.Account;
            return;
        }

        Assertions.SetDefaultExpectTimeout(PatienceMilliseconds);
        _browser = await _playwright.Chromium.LaunchAsync(Chromium.Options(finding.Executable));
    }
}
