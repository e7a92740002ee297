using System.Text.Json.Nodes;
using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Tests.Scenarios;
using BorgerPortal.Tests.Support;
using BorgerPortal.Tests.Support.Databases;
using BorgerPortal.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BorgerPortal.Tests.Hosting;

/// <summary>The command export: the file is its owner's alone, whole or not there, and never in the place of another.</summary>
public abstract class ExportCommandTests : IDisposable
{
    public sealed class OnSqlite : ExportCommandTests
    {
        [Fact]
        public async Task Export_WhileAPortalRuns_IsRefused()
        {
            await using var portal = await OpenAsync();

            var refused = await Assert.ThrowsAsync<StoreRefusedException>(ExportAsync);

            Assert.Contains("Another process has the database", refused.Message, StringComparison.Ordinal);
            Assert.Empty(Files);
        }
    }

    public sealed class OnPostgreSql : ExportCommandTests
    {
        [Fact]
        public async Task Export_WhileAPortalRuns_IsDone()
        {
            await LoadAsync();
            await using var portal = await OpenAsync();

            Assert.Equal(0, await ExportAsync());

            Assert.Equal([_file], Files);
        }

        [Fact]
        public async Task Export_WithoutSchema_IsRefused()
        {
            var database = $"--ConnectionStrings:BorgerPortal={PostgreSqlTestDatabase.Server.CreateDatabase()}";

            var refused = await Assert.ThrowsAsync<StoreRefusedException>(() => RunAsync("export", _file, database));

            Assert.Contains("run the command `migrate`", refused.Message, StringComparison.Ordinal);
            Assert.Empty(Files);
        }
    }

    private readonly TestDatabase _database = TestDatabase.Create();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("borgerportal-export-");
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();
    private readonly string _file;

    protected ExportCommandTests() => _file = Path.Combine(_folder.FullName, "export.json");

    private string Part => _file + ".part";

    private IEnumerable<string> Files => Directory.EnumerateFiles(_folder.FullName);

    [Fact]
    public async Task Export_NewFile_HoldsEverythingAndIsItsOwnersAlone()
    {
        await LoadAsync();

        Assert.Equal((0, ""), (await ExportAsync(), _error.ToString()));

        Assert.Equal("Wrote 1 jobcentre, 1 sagsbehandlere, 1 borgere, 1 moedetilbud, 1 moedetider, 1 indkaldelser." + Environment.NewLine, _output.ToString());
        Assert.Equal([_file], Files);
        AssertOwnersAlone();
        Assert.Equal(Scenario.Anna, (await ReadAsync())["borgere"]![0]!["personnummer"]!.GetValue<string>());
        Assert.Equal(Scenario.BookingId, (await ReadAsync())["indkaldelser"]![0]!["indkaldelseId"]!.GetValue<string>());
    }

    [Fact]
    public async Task Export_FileThatIsThere_IsRefusedAndLeftAsItIs()
    {
        await LoadAsync();
        await WriteAsync(_file, "kept");

        Assert.Equal((1, ""), (await ExportAsync(), _output.ToString()));

        Assert.Equal($"The file cannot be written: {_file} is there already.{Environment.NewLine}", _error.ToString());
        Assert.Equal([_file], Files);
        Assert.Equal("kept", await File.ReadAllTextAsync(_file, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Export_FileThatCameMeanwhile_IsLeftAsItIs()
    {
        await using (var export = ExportFile.Create(_file))
        {
            await WriteAsync(_file, "kept");
            Assert.Throws<IOException>(export.Finish);
        }

        Assert.Equal([_file], Files);
        Assert.Equal("kept", await File.ReadAllTextAsync(_file, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Export_FolderThatIsNotThere_IsSaid()
    {
        Assert.Equal(1, await RunAsync("export", Path.Combine(_folder.FullName, "nowhere", "export.json")));

        Assert.StartsWith("The file cannot be written: ", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_FailsHalfway_LeavesNothingAndTheNextOneIsDone()
    {
        await LoadAsync();
        var cipher = await SwapCipherAsync([1, 2, 3]);
        await Assert.ThrowsAnyAsync<Exception>(ExportAsync);
        Assert.Empty(Files);

        await SwapCipherAsync(cipher);
        Assert.Equal(0, await ExportAsync());

        Assert.Equal([_file], Files);
    }

    [Fact]
    public async Task Export_HalfFileOfARunThatWasKilled_IsWrittenAnew()
    {
        await LoadAsync();
        await WriteAsync(Part, new string('x', 100_000));

        Assert.Equal(0, await ExportAsync());

        Assert.Equal([_file], Files);
        AssertOwnersAlone();
        Assert.NotNull(await ReadAsync());
    }

    [Fact]
    public async Task Export_AnotherRunWritesTheSameFile_IsRefusedAndLeavesItAlone()
    {
        await LoadAsync();
        await using var other = ExportFile.Create(_file);

        Assert.Equal(1, await ExportAsync());

        Assert.Equal([Part], Files);
        other.Finish();
        Assert.Equal([_file], Files);
    }

    [Fact]
    public async Task Export_BookingsThatAFileCannotHold_AreToldWithTheirNumberAndWhy()
    {
        await LoadAsync(file =>
        {
            for (var number = 2; number <= 4; number++)
            {
                file.Copy("indkaldelser", row => (row["indkaldelseId"], row["starttidspunkt"]) = (Scenario.BookingIdOf(number), $"@+{number + 4}T10:00"));
            }
        });
        await SaveAsync(context =>
        {
            context.Bookings.Single(booking => booking.Id == Guid.Parse(Scenario.BookingIdOf(2))).State = BookingState.Pending;
            foreach (var booking in context.Bookings.Where(booking => booking.Id == Guid.Parse(Scenario.BookingIdOf(3)) || booking.Id == Guid.Parse(Scenario.BookingIdOf(4))))
            {
                booking.CaseWorkerId = null;
            }
        });

        Assert.Equal(0, await ExportAsync());

        Assert.Equal(
            [
                "Wrote 1 jobcentre, 1 sagsbehandlere, 1 borgere, 1 moedetilbud, 1 moedetider, 1 indkaldelser.",
                "Left out: 1 indkaldelser not settled yet with their booking system. Export again when they are.",
                "Left out: 2 indkaldelser of planners that are systems of their own, and are there.",
            ],
            _output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
    }

    public void Dispose()
    {
        _database.Dispose();
        _folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    private Task<int> ExportAsync() => RunAsync("export", _file);

    private Task<int> RunAsync(params string[] command) =>
        Commands.RunAsync([command[0], command[1], .. Settings, .. command[2..]], _output, _error, TestContext.Current.CancellationToken);

    private string[] Settings =>
    [
        "--environment=Development", $"--Data:Directory={_database.Folder.FullName}", .. _database.Settings.Select(setting => $"--{setting.Key}={setting.Value}"),
    ];

    /// <summary>The portal, running as far as its database is concerned.</summary>
    private async Task<WebApplication> OpenAsync()
    {
        var app = PortalHost.CreateBuilder(Settings).Build();
        await app.OpenDatabaseAsync(TestContext.Current.CancellationToken);
        return app;
    }

    private async Task LoadAsync(Action<JsonNode>? change = null)
    {
        var json = JsonNode.Parse(Scenario.Documented)!;
        change?.Invoke(json);
        var file = Path.Combine(_database.Folder.FullName, "scenario-file.json");
        await WriteAsync(file, json.ToJsonString());
        Assert.Equal(0, await RunAsync("import", file));
        _output.GetStringBuilder().Clear();
    }

    private async Task SaveAsync(Action<BookingDbContext> change)
    {
        await using var app = await OpenAsync();
        await app.Services.SaveAsync(change);
    }

    private async Task<byte[]> SwapCipherAsync(byte[] cipher)
    {
        byte[] former = [];
        await SaveAsync(context => (former, context.Citizens.Single().PersonnummerCipher) = (context.Citizens.Single().PersonnummerCipher, cipher));
        return former;
    }

    private async Task<JsonNode> ReadAsync() => JsonNode.Parse(await File.ReadAllTextAsync(_file, TestContext.Current.CancellationToken))!;

    private static Task WriteAsync(string file, string text) => File.WriteAllTextAsync(file, text, TestContext.Current.CancellationToken);

    private void AssertOwnersAlone()
    {
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_file));
        }
    }
}
