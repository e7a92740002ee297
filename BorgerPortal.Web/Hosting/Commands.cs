using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Scenarios;
using BorgerPortal.Domain.Security;

namespace BorgerPortal.Web.Hosting;

/// <summary>What the program can be told to do instead of serving. Settings may follow a command, as `--Data:Directory=/srv/data`.</summary>
internal static class Commands
{
    private const string Usage = """
        Commands:
          (none)        serve the portal
          import FILE   load a scenario file into the configured database, all of it or nothing
          export FILE   write all of the configured database's scenario data to a new file; it holds personnumre
          migrate       bring the configured database to the schema of this release
          make-keys     make the key file of a new installation
        """;

    /// <summary>A command is the first word that is no setting.</summary>
    public static bool IsIn(string[] args) => args is [var first, ..] && !first.StartsWith('-') && !first.Contains('=', StringComparison.Ordinal);

    /// <returns>The exit code: 0 done, 1 not done, 2 not understood.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        switch (args)
        {
            case ["import", { Length: > 0 } file, .. var settings] when !file.StartsWith('-'):
                return await ImportAsync(file, settings, output, error, cancellationToken);
            case ["export", { Length: > 0 } file, .. var settings] when !file.StartsWith('-'):
                return await ExportAsync(file, settings, output, error, cancellationToken);
            case ["migrate", .. var settings]:
                return await MigrateAsync(settings, output, cancellationToken);
            case ["make-keys", .. var settings]:
                return await MakeKeysAsync(settings, output, error);
            default:
                await error.WriteLineAsync(Usage);
                return 2;
        }
    }

    private static async Task<int> ImportAsync(
        string file, string[] settings, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        await using var app = PortalHost.CreateBuilder(settings).Build();
        await app.OpenDatabaseAsync(cancellationToken);
        ImportOutcome outcome;
        try
        {
            await using var json = File.OpenRead(file);
            outcome = await app.Services.GetRequiredService<ScenarioImporter>().ImportAsync(json, new ProgressLines(error), cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync($"The file cannot be read: {exception.Message}");
            return 1;
        }

        if (!outcome.IsLoaded)
        {
            await error.WriteLineAsync($"Nothing was loaded. Faults: {(outcome.HasMoreFaults ? "very many" : outcome.Faults.Count)}.");
            await error.WriteLineAsync(string.Join(Environment.NewLine, outcome.Faults));
            await error.WriteLineAsync("Times that are taken, full groups and changes that are not allowed may show when these are mended.");
            return 1;
        }

        await output.WriteLineAsync("Loaded " + Tell(outcome.Counts));
        return 0;
    }

    private static async Task<int> ExportAsync(
        string file, string[] settings, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        await using var app = PortalHost.CreateBuilder(settings).Build();
        await app.OpenDatabaseAsync(cancellationToken);
        try
        {
            await using var json = ExportFile.Create(file);
            var outcome = await app.Services.GetRequiredService<ScenarioExporter>().ExportAsync(json.Stream, new ProgressLines(error), cancellationToken);
            json.Finish();
            await output.WriteLineAsync("Wrote " + Tell(outcome.Written));
            await output.WriteAsync(TellLeftOut(outcome));
            return 0;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync($"The file cannot be written: {exception.Message}");
            return 1;
        }
    }

    private static string Tell(ImportCounts counts) =>
        $"{counts.JobCentres} jobcentre, {counts.CaseWorkers} sagsbehandlere, {counts.Citizens} borgere, "
        + $"{counts.Options} moedetilbud, {counts.Timeslots} moedetider, {counts.Bookings} indkaldelser.";

    /// <summary>Bookings that a file cannot hold: whoever moves to another database by it must know.</summary>
    private static string TellLeftOut(ExportOutcome outcome) => string.Concat(
        Line(outcome.PendingBookings, "not settled yet with their booking system. Export again when they are."),
        Line(outcome.BookingsOfOtherPlanners, "of planners that are systems of their own, and are there."));

    private static string Line(int bookings, string why) => bookings == 0 ? "" : $"Left out: {bookings} indkaldelser {why}{Environment.NewLine}";

    private static async Task<int> MigrateAsync(string[] settings, TextWriter output, CancellationToken cancellationToken)
    {
        await using var app = PortalHost.CreateBuilder(settings).Build();
        var migrations = await app.Services.GetRequiredService<IBookingStore>().MigrateAsync(cancellationToken);
        await output.WriteLineAsync(migrations.Count == 0
            ? "The database has the schema of this release already."
            : $"The database has the schema of this release now: {string.Join(", ", migrations)}.");
        return 0;
    }

    private static async Task<int> MakeKeysAsync(string[] settings, TextWriter output, TextWriter error)
    {
        var builder = PortalHost.CreateBuilder(settings);
        var file = PortalHost.KeyFile(DataFolder.Find(builder.Configuration, builder.Environment));
        if (File.Exists(file))
        {
            await error.WriteLineAsync($"The key file {file} is there already. It is never overwritten: without it no citizen in the database can be found.");
            return 1;
        }

        KeyRing.Create().Save(file);
        await output.WriteLineAsync($"Made the key file {file}. Keep a backup of it, and not beside the backups of the database.");
        return 0;
    }
}
