using BorgerPortal.Domain.Persistence;
using BorgerPortal.Tests.Scenarios;
using BorgerPortal.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace BorgerPortal.Tests.Hosting;

public sealed class CommandsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("borgerportal-commands-");
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    [Fact]
    public async Task Import_SoundFile_LoadsItAndTellsHowMuch()
    {
        var exitCode = await RunAsync("import", await FileAsync(Scenario.Documented));

        Assert.Equal((0, ""), (exitCode, _error.ToString()));
        Assert.Equal(
            "Loaded 1 jobcentre, 1 sagsbehandlere, 1 borgere, 1 moedetilbud, 1 moedetider, 1 indkaldelser." + Environment.NewLine, _output.ToString());
        await using var app = Build();
        await app.OpenDatabaseAsync(TestContext.Current.CancellationToken);
        Assert.Equal(["Jobcenter Aarhus"], await NamesAsync(app));
    }

    [Fact]
    public async Task ImportAndExport_ManyRows_TellHowFarTheyHaveCome()
    {
        var many = Enumerable.Range(10_000, 25_000).Select(code => $$"""{"kode": "{{code}}", "navn": "Jobcenter {{code}}"}""");
        Assert.Equal(0, await RunAsync("import", await FileAsync($$"""{"jobcentre": [{{string.Join(',', many)}}]}""")));
        Assert.Equal(0, await RunAsync("export", Path.Combine(_folder.FullName, "export.json")));

        Assert.Equal(
            ["jobcentre: 10000", "jobcentre: 20000", "jobcentre: 25000"],
            _error.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("Loaded 25000 jobcentre,", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("Wrote 25000 jobcentre,", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_Faults_AreListedOnTheErrorStream()
    {
        var exitCode = await RunAsync("import", await FileAsync("""{ "jobcentre": [ { "kode": "1" } ] }"""));

        Assert.Equal((1, ""), (exitCode, _output.ToString()));
        Assert.Equal(
            [
                "Nothing was loaded. Faults: 2.", "$.jobcentre[0].kode: A jobcentre's code is five digits.", "$.jobcentre[0].navn: Required.",
                "Times that are taken, full groups and changes that are not allowed may show when these are mended.",
            ],
            _error.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task Import_VeryManyFaults_TellsTheFirstThousandAndThatThereAreMore()
    {
        var many = string.Join(',', Enumerable.Repeat("""{"navn": "Jobcenter"}""", 1_200));

        Assert.Equal(1, await RunAsync("import", await FileAsync($$"""{"jobcentre": [{{many}}]}""")));

        var said = _error.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("Nothing was loaded. Faults: very many.", said[0]);
        Assert.Equal("$.jobcentre[999].kode: Required.", said[1_000]);
        Assert.Equal("$: There are more faults than these first 1000.", said[1_001]);
        Assert.Equal(1_003, said.Length);
    }

    [Fact]
    public async Task Import_FileThatIsNotThere_IsSaid()
    {
        var exitCode = await RunAsync("import", Path.Combine(_folder.FullName, "nothing.json"));

        Assert.Equal(1, exitCode);
        Assert.StartsWith("The file cannot be read: ", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_WhileAServerRuns_IsRefused()
    {
        await using var server = Build();
        await server.OpenDatabaseAsync(TestContext.Current.CancellationToken);

        var file = await FileAsync(Scenario.Documented);
        var refused = await Assert.ThrowsAsync<StoreRefusedException>(() => RunAsync("import", file));

        Assert.Contains("Another process has the database", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Migrate_NewDatabase_TellsWhatWasPendingAndThenThatNothingIs()
    {
        Assert.Equal(0, await RunAsync("migrate"));
        Assert.Equal(0, await RunAsync("migrate"));

        var said = _output.ToString().Split(Environment.NewLine);
        Assert.StartsWith("The database has the schema of this release now: ", said[0], StringComparison.Ordinal);
        Assert.Equal("The database has the schema of this release already.", said[1]);
    }

    [Theory]
    [InlineData("export-all")]
    [InlineData("import")]
    [InlineData("import", "--Clock:Now=2027-03-01T10:00")]
    [InlineData("export")]
    [InlineData("export", "--Clock:Now=2027-03-01T10:00")]
    [InlineData("")]
    public async Task Run_CommandThatIsNotUnderstood_ShowsWhichThereAre(params string[] args)
    {
        Assert.Equal(2, await Commands.RunAsync(args, _output, _error, TestContext.Current.CancellationToken));

        Assert.Contains("import FILE", _error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(false, "--urls", "http://localhost:5080")]
    [InlineData(false, "Data:Directory=/srv/data")]
    [InlineData(true, "import", "x.json")]
    [InlineData(true, "/srv/x.json")]
    public void IsIn_FirstWordThatIsNoSetting_IsACommand(bool expected, params string[] args) => Assert.Equal(expected, Commands.IsIn(args));

    [Fact]
    public async Task MakeKeys_NewInstallation_MakesThemOnce()
    {
        var file = PortalHost.KeyFile(_folder.FullName);

        Assert.Equal(0, await RunAsync("make-keys"));
        var keys = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        Assert.Equal(1, await RunAsync("make-keys"));

        Assert.Equal(keys, await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        Assert.Contains("never overwritten", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_WithoutKeysOutsideDevelopment_IsRefusedWithWhatToDo()
    {
        await using var app = PortalHost.CreateBuilder(["--environment=Production", $"--Data:Directory={_folder.FullName}"]).Build();

        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => app.OpenAsync(TestContext.Current.CancellationToken));

        Assert.Contains("make-keys", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_EmptyDatabase_LoadsTheScenarioOfTheSettings()
    {
        var file = await FileAsync(Scenario.Documented);
        await using (var app = Build($"--Planner:Scenario={file}"))
        {
            await app.OpenAsync(TestContext.Current.CancellationToken);
            Assert.Equal(["Jobcenter Aarhus"], await NamesAsync(app));
        }

        // The next start finds a database that is not empty, and looks at no file.
        await using var again = Build("--Planner:Scenario=/nothing.json");
        await again.OpenAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Open_Development_LoadsTheDemo()
    {
        await using var app = Build("--Planner:Scenario=Demo/scenario.json");

        await app.OpenAsync(TestContext.Current.CancellationToken);

        Assert.Equal(["Jobcenter Aarhus", "Jobcenter Odense"], await NamesAsync(app));
    }

    [Fact]
    public async Task Open_ScenarioWithAFault_StopsTheStartAndListsIt()
    {
        await using var app = Build($"--Planner:Scenario={await FileAsync("{")}");

        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => app.OpenAsync(TestContext.Current.CancellationToken));

        Assert.Contains("$: Not JSON: broken at line 1, position 2.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_ScenarioThatIsNotThere_StopsTheStart()
    {
        await using var app = Build("--Planner:Scenario=nothing.json");

        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => app.OpenAsync(TestContext.Current.CancellationToken));

        Assert.StartsWith("Planner:Scenario: the file", refused.Message, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    private Task<int> RunAsync(params string[] command) =>
        Commands.RunAsync([.. command, .. Settings], _output, _error, TestContext.Current.CancellationToken);

    private WebApplication Build(params string[] settings) => PortalHost.CreateBuilder([.. Settings, .. settings]).Build();

    private string[] Settings => ["--environment=Development", $"--Data:Directory={_folder.FullName}"];

    private async Task<string> FileAsync(string json)
    {
        var file = Path.Combine(_folder.FullName, "scenario-file.json");
        await File.WriteAllTextAsync(file, json, TestContext.Current.CancellationToken);
        return file;
    }

    private static async Task<List<string>> NamesAsync(WebApplication app)
    {
        await using var context = await app.Services.GetRequiredService<IDbContextFactory<BookingDbContext>>()
            .CreateDbContextAsync(TestContext.Current.CancellationToken);
        return await context.JobCentres.OrderBy(centre => centre.Code).Select(centre => centre.Name).ToListAsync(TestContext.Current.CancellationToken);
    }
}
