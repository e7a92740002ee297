using BorgerPortal.E2E.Support;

namespace BorgerPortal.E2E.Durability;

/// <summary>One data folder that the portal is started on as often as the test likes.</summary>
internal sealed class PortalSettings
{
    private readonly TempFolder _folder;
    private readonly Dictionary<string, string> _settings;

    public PortalSettings(TempFolder folder)
    {
        _folder = folder;
        var scenario = folder.Path("scenario.json");
        DurabilityScenario.Write(scenario);
        _settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Data__Directory"] = folder.Path("data"),
            ["Planner__Scenario"] = scenario,
            ["Clock__Now"] = DurabilityScenario.Now,
        };
    }

    public string Database => _folder.Path("data", "borgerportal.db");

    /// <summary>The sabotage: SQLite no longer flushes what it commits.</summary>
    public void FlushNothing() => _settings["Database__Sqlite__Synchronous"] = "OFF";

    public Task<PortalProcess> StartAsync(CancellationToken cancellationToken, string? traceTo = null) =>
        PortalProcess.StartAsync(_settings, traceTo, cancellationToken);
}
