using System.Globalization;
using System.IO.Compression;
using BorgerPortal.Domain.Persistence.Sqlite;
using BorgerPortal.E2E.Durability;
using BorgerPortal.E2E.Support;
using BorgerPortal.Tests.Persistence.Upgrades;
using BorgerPortal.Tests.Support;
using Microsoft.Data.Sqlite;
using Xunit;

namespace BorgerPortal.E2E.Upgrades;

/// <summary>
/// A migration of a SQLite file is killed at one of its writes or flushes, from the first to the last, and the next one
/// does it. What the kernel holds outlives the process, so what was written before is what the next one finds.
/// </summary>
public sealed class KilledSqliteMigrationTests
{
    private const string Done = "has the schema of this release now";
    private const string DoneBefore = "has the schema of this release already";

    private static readonly string Kept = Path.Combine(SolutionFolder.Path, "BorgerPortal.Tests", "Persistence", "Released", "0001.db.gz");

    private readonly CancellationToken _cancelled = TestContext.Current.CancellationToken;

    [Fact]
    public async Task NewFile_KilledAtAnyWrite_IsMadeByTheNext()
    {
        await Strace.RequireAsync(_cancelled);
        var outcomes = new List<string>();
        using var folder = new TempFolder();
        foreach (var moment in await MomentsAsync(folder, Settings))
        {
            var settings = Settings(folder, Name(moment));
            await KillAsync(folder, settings, moment);

            var next = await PortalProcess.RunAsync("migrate", settings, _cancelled);

            Assert.True(next.ExitCode == 0, $"{moment}: {next.Output}");
            await AssertWholeAsync(settings, moment);
            outcomes.Add($"{moment}: {next.Output.Trim()}");
        }

        AssertBothSidesOfTheCommit(outcomes);
        await using var portal = await PortalProcess.StartAsync(Settings(folder, Name(new KillMoment("pwrite64", 1))), traceTo: null, _cancelled);
        using var page = await portal.Http.GetAsync(new Uri("/", UriKind.Relative), _cancelled);
        Assert.True(page.IsSuccessStatusCode, $"{page.StatusCode}");
    }

    /// <summary>Two migrations are pending on rows, and the first builds tables anew.</summary>
    [Fact]
    public async Task KeptFile_KilledAtAnyWriteOfAnUpgrade_IsUpgradedByTheNext()
    {
        await Strace.RequireAsync(_cancelled);
        var outcomes = new List<string>();
        using var folder = new TempFolder();
        var before = await ReadRowsAsync(SettingsOfUpgrade(folder, "before"));
        foreach (var moment in await MomentsAsync(folder, SettingsOfUpgrade))
        {
            var settings = SettingsOfUpgrade(folder, Name(moment));
            await KillAsync(folder, settings, moment);

            using var store = LaterRelease.On(new SqliteSettings(FileOf(settings)));
            var pending = await store.MigrateAsync(_cancelled);

            await AssertWholeAsync(settings, moment);
            Assert.Equal(before, await ReadRowsAsync(settings));
            outcomes.Add($"{moment}: {(pending.Count == 0 ? DoneBefore : Done)} {string.Join(", ", pending)}");
        }

        AssertBothSidesOfTheCommit(outcomes);
    }

    /// <summary>Where to kill: a run that nobody kills says which calls there are.</summary>
    private async Task<IReadOnlyList<KillMoment>> MomentsAsync(TempFolder folder, Func<TempFolder, string, Dictionary<string, string>> settings)
    {
        var log = folder.Path("whole.log");
        var whole = await PortalProcess.RunAsync("migrate", settings(folder, "whole"), _cancelled, Strace.WritesCommandLine(log));
        Assert.True(whole.ExitCode == 0, whole.Output);
        var moments = WriteCalls.Choose(log, writes: 7, flushes: 4);
        Assert.InRange(moments.Count, 10, 20);
        return moments;
    }

    private async Task KillAsync(TempFolder folder, Dictionary<string, string> settings, KillMoment moment)
    {
        var log = folder.Path(Name(moment) + ".log");
        var killed = await PortalProcess.RunAsync("migrate", settings, _cancelled, Strace.KillCommandLine(log, moment.Call, moment.Number));
        Assert.True(killed.ExitCode == PortalProcess.Killed && WriteCalls.WasKilled(log), $"{moment}: it was to be killed, and ended with {killed.ExitCode}: {killed.Output}");
    }

    private async Task AssertWholeAsync(Dictionary<string, string> settings, KillMoment moment)
    {
        await using var connection = await OpenAsync(settings);
        await using var check = connection.CreateCommand();
        check.CommandText = "PRAGMA integrity_check";
        Assert.True(await check.ExecuteScalarAsync(_cancelled) is "ok", $"{moment}: the file is broken.");
        var missing = await SqliteGuards.MissingAsync(connection, _cancelled);
        Assert.True(missing.Count == 0, $"{moment}: without {string.Join(", ", missing)}.");
    }

    private static void AssertBothSidesOfTheCommit(List<string> outcomes)
    {
        foreach (var outcome in outcomes)
        {
            TestContext.Current.TestOutputHelper?.WriteLine(outcome);
        }

        Assert.Contains(outcomes, outcome => outcome.Contains(Done, StringComparison.Ordinal));
        Assert.Contains(outcomes, outcome => outcome.Contains(DoneBefore, StringComparison.Ordinal));
    }

    private async Task<IReadOnlyList<string>> ReadRowsAsync(Dictionary<string, string> settings)
    {
        await using var connection = await OpenAsync(settings);
        return await KeptRows.ReadAsync(connection, _cancelled);
    }

    private async Task<SqliteConnection> OpenAsync(Dictionary<string, string> settings)
    {
        var connection = new SqliteConnection(new SqliteSettings(FileOf(settings)).WriterConnectionString);
        await connection.OpenAsync(_cancelled);
        return connection;
    }

    private static Dictionary<string, string> Settings(TempFolder folder, string name) => new(StringComparer.Ordinal)
    {
        ["Data__Directory"] = folder.Path(name),
        ["Planner__Scenario"] = "",
    };

    private static Dictionary<string, string> SettingsOfUpgrade(TempFolder folder, string name)
    {
        var settings = Settings(folder, name);
        settings.Add(StartupHook.Setting.Key, StartupHook.Setting.Value);
        Directory.CreateDirectory(folder.Path(name));
        using var packed = new GZipStream(File.OpenRead(Kept), CompressionMode.Decompress);
        using var file = File.Create(FileOf(settings));
        packed.CopyTo(file);
        return settings;
    }

    private static string FileOf(Dictionary<string, string> settings) => Path.Combine(settings["Data__Directory"], "borgerportal.db");

    private static string Name(KillMoment moment) => string.Create(CultureInfo.InvariantCulture, $"{moment.Call}-{moment.Number}");
}
