namespace BorgerPortal.E2E.Browsers;

/// <summary>A browser that launches, or an account of why there is none.</summary>
public sealed record BrowserFinding(string? Executable, string Account);

/// <summary>
/// Finds the browser that the tests use: one that is there and launches, else one that an installer brings, in their
/// order. Whoever runs `dotnet test` has nothing to prepare where any of these works.
/// </summary>
/// <param name="candidates">Looked up anew after each installer.</param>
public sealed class BrowserFinder(Func<IEnumerable<string>> candidates, IBrowserProbe probe, IReadOnlyList<IBrowserInstaller> installers)
{
    /// <summary>What to run where nothing worked.</summary>
    public const string Command = "sudo apt-get install -y chromium";

    private readonly List<string> _account = [];

    public async Task<BrowserFinding> FindAsync(CancellationToken cancellationToken)
    {
        var found = await LookAsync();
        foreach (var installer in installers)
        {
            if (found is not null)
            {
                break;
            }

            var failure = await installer.InstallAsync(cancellationToken);
            _account.Add(failure is null ? $"{installer.Name}: done." : $"{installer.Name}: {failure}");
            found = failure is null ? await LookAsync() : null;
        }

        return found is null
            ? new BrowserFinding(null, $"No browser for the tests. Run: {Command}\n{string.Join('\n', _account)}")
            : new BrowserFinding(found, string.Join('\n', _account));
    }

    private async Task<string?> LookAsync()
    {
        foreach (var candidate in candidates())
        {
            var failure = await probe.LaunchAsync(candidate);
            if (failure is null)
            {
                return candidate;
            }

            _account.Add($"{candidate} does not launch: {failure}");
        }

        return null;
    }
}
