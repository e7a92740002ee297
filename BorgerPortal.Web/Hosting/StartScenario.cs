using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Scenarios;
using Microsoft.EntityFrameworkCore;

namespace BorgerPortal.Web.Hosting;

/// <summary>Planner:Scenario, a file that is loaded at the start where the database is empty.</summary>
internal static class StartScenario
{
    private const string Key = "Planner:Scenario";

    /// <exception cref="StartRefusedException">The file is not there, or has faults; all of them are listed.</exception>
    public static async Task LoadAsync(WebApplication app, CancellationToken cancellationToken)
    {
        var configured = app.Configuration[Key];
        if (string.IsNullOrWhiteSpace(configured) || !await IsEmptyAsync(app.Services, cancellationToken))
        {
            return;
        }

        var outcome = await ImportAsync(app, Path.Combine(app.Environment.ContentRootPath, configured), cancellationToken);
        if (!outcome.IsLoaded)
        {
            throw new StartRefusedException($"{Key}: {configured} has faults.{Environment.NewLine}{string.Join(Environment.NewLine, outcome.Faults)}");
        }
    }

    // Everything else belongs to a jobcentre.
    private static async Task<bool> IsEmptyAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var context = await services.GetRequiredService<IDbContextFactory<BookingDbContext>>().CreateDbContextAsync(cancellationToken);
        return !await context.JobCentres.AnyAsync(cancellationToken);
    }

    private static async Task<ImportOutcome> ImportAsync(WebApplication app, string file, CancellationToken cancellationToken)
    {
        try
        {
            await using var json = File.OpenRead(file);
            return await app.Services.GetRequiredService<ScenarioImporter>().ImportAsync(json, progress: null, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException($"{Key}: the file {file} cannot be read: {exception.Message}", exception);
        }
    }
}
