using System.Globalization;
using System.Text.Json.Nodes;
using BorgerPortal.Domain.Bookings;
using BorgerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BorgerPortal.Tests.Scenarios;

public abstract class ScenarioAgainTests
{
    public sealed class OnSqlite : ScenarioAgainTests;

    public sealed class OnPostgreSql : ScenarioAgainTests;

    [Fact]
    public async Task Import_Again_GivesTheSameRows()
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.LoadAsync(WithGroup);
        var before = await DumpAsync(portal);

        portal.Clock.Advance(TimeSpan.FromHours(1));
        await portal.LoadAsync(WithGroup);

        Assert.Equal(before, await DumpAsync(portal));
    }

    [Fact]
    public async Task Import_AgainChanged_ChangesTheSameRows()
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.LoadAsync();
        var ids = await IdsAsync(portal);

        await portal.LoadAsync(file =>
        {
            file.Row("jobcentre")["navn"] = "Jobcenter Aarhus Midt";
            (file.Row("sagsbehandlere")["efternavn"], file.Row("sagsbehandlere")["roller"]) = ("Holm Vad", new JsonArray("laese"));
            (file.Row("borgere")["efternavn"], file.Row("borgere")["kundenummer"]) = ("Berg Vad", null);
            file.Row("borgere")["fravaer"]![0]!["til"] = "@-1";
            file.Row("borgere")["frister"]![0]!["fristdato"] = "@+11";
            file.Row("moedetilbud")["moedetitel"] = "Samtale om job";
            file.Row("moedetider")["samtaleformer"] = new JsonArray(2);
        });

        Assert.Equal(ids, await IdsAsync(portal));
        Assert.Equal("Jobcenter Aarhus Midt", (await portal.ReadAsync(context => context.JobCentres.SingleAsync())).Name);
        var worker = await portal.ReadAsync(context => context.CaseWorkers.SingleAsync());
        Assert.Equal("Holm Vad", worker.Surname);
        Assert.Equal(["laese"], worker.Roles);
        var citizen = await portal.ReadAsync(context => context.Citizens.Include(c => c.Absences).Include(c => c.Deadlines).SingleAsync());
        Assert.Equal(("Berg Vad", null), (citizen.Surname, citizen.CustomerNumber));
        Assert.Equal(new DateOnly(2027, 2, 28), citizen.Absences.Single().To);
        Assert.Equal(new DateOnly(2027, 3, 12), citizen.Deadlines.Single().BookBy);
        Assert.Equal("Samtale om job", (await portal.ReadAsync(context => context.Options.SingleAsync())).Title);
        Assert.Equal([2], (await portal.ReadAsync(context => context.Timeslots.SingleAsync())).ContactTypes);
    }

    [Fact]
    public async Task Import_Again_RaisesTheVersionOfWhatChangedAlone()
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.LoadAsync(WithGroup);
        var first = await VersionsAsync(portal);

        await portal.LoadAsync(WithGroup);
        var same = await VersionsAsync(portal);
        await portal.LoadAsync(file =>
        {
            WithGroup(file);
            file.Row("borgere")["fravaer"] = new JsonArray();
        });
        var absence = await VersionsAsync(portal);
        await portal.LoadAsync(file =>
        {
            WithGroup(file);
            file.Row("borgere")["fravaer"] = new JsonArray();
            file.Row("moedetilbud")["borgere"] = new JsonArray(Scenario.Anna);
        });
        var option = await VersionsAsync(portal);

        Assert.Equal(first, same);
        Assert.True(absence.Citizen > first.Citizen);
        Assert.Equal(first.Option, absence.Option);
        Assert.Equal((absence.Citizen, first.Option + 1), option);
    }

    [Fact]
    public async Task Import_BookingThatIsThere_IsLeftAsItIs()
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.LoadAsync();
        var booking = await portal.ReadAsync(context => context.Bookings.SingleAsync());

        await portal.LoadAsync(file =>
        {
            (file.Row("indkaldelser")["starttidspunkt"], file.Row("indkaldelser")["tilstand"]) = ("@+8T10:00", "aflyst");
            file.Row("moedetilbud")["moedetitel"] = "En anden titel";
        });

        var after = await portal.ReadAsync(context => context.Bookings.SingleAsync());
        Assert.Equal((booking.Details.Start, "Jobsamtale", BookingState.Active), (after.Details.Start, after.Details.Title, after.State));
        Assert.Equal(booking.Details.Start, (await portal.ReadAsync(context => context.Occupancies.SingleAsync())).Start);
    }

    [Fact]
    public async Task Import_RowsLeftOut_StayButACitizensListsAreAsTheFileSays()
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.LoadAsync();

        await portal.LoadAsync(file =>
        {
            foreach (var name in new[] { "jobcentre", "sagsbehandlere", "moedetilbud", "moedetider", "indkaldelser" })
            {
                file.AsObject().Remove(name);
            }

            file.Row("borgere").AsObject().Remove("frister");
        });

        Assert.Equal(1, await portal.ReadAsync(context => context.Bookings.CountAsync()));
        Assert.Equal(1, await portal.ReadAsync(context => context.Timeslots.CountAsync()));
        Assert.Equal(1, await portal.ReadAsync(context => context.Absences.CountAsync()));
        Assert.Equal(0, await portal.ReadAsync(context => context.Deadlines.CountAsync()));
    }

    [Fact]
    public async Task Import_NewRowsThatReferToOldOnes_FindThem()
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.LoadAsync();

        var outcome = await portal.ImportAsync($$"""
            { "moedetider": [ { "moedetilbudId": "{{Scenario.OptionId}}", "starttidspunkt": "@+9T09:00", "sagsbehandlere": ["RID-1001"] } ],
              "indkaldelser": [ { "personnummer": "{{Scenario.Anna}}", "moedetilbudId": "{{Scenario.OptionId}}", "indkaldelseId": "{{Scenario.BookingIdOf(2)}}",
                "starttidspunkt": "@+9T10:00", "sagsbehandler": "RID-1001", "samtaleformType": 2 } ] }
            """);

        Assert.Empty(outcome.Faults);
        Assert.Equal([1, 2], (await portal.ReadAsync(context => context.Timeslots.OrderBy(t => t.Start).LastAsync())).ContactTypes);
        Assert.Equal(2, await portal.ReadAsync(context => context.Occupancies.CountAsync()));
    }

    private static void WithGroup(JsonNode file)
    {
        file.Copy("moedetider", row => (row["starttidspunkt"], row["maksimaltMoededeltagerantal"]) = ("@+7T09:00", 5));
        file.Copy("indkaldelser", row => (row["indkaldelseId"], row["starttidspunkt"]) = (Scenario.BookingIdOf(2), "@+7T09:00"));
    }

    private static async Task<(long Citizen, long Option)> VersionsAsync(TestPortal portal) => (
        (await portal.ReadAsync(context => context.Citizens.SingleAsync())).Version,
        (await portal.ReadAsync(context => context.Options.SingleAsync())).Version);

    private static Task<string> IdsAsync(TestPortal portal) => portal.ReadAsync(async context => string.Join(
        ',',
        await context.CaseWorkers.Select(row => row.Id).SingleAsync(),
        await context.Citizens.Select(row => row.Id).SingleAsync(),
        await context.Absences.Select(row => row.Id).SingleAsync(),
        await context.Deadlines.Select(row => row.Id).SingleAsync(),
        await context.Timeslots.Select(row => row.Id).SingleAsync(),
        await context.Occupancies.Select(row => row.Id).SingleAsync()));

    /// <summary>Every row of every table, as text.</summary>
    private static async Task<string> DumpAsync(TestPortal portal)
    {
        var rows = await portal.ReadAsync(async context =>
        {
            var rows = new List<string>();
            await context.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
            foreach (var table in context.Model.GetEntityTypes().Where(type => type.FindPrimaryKey() is not null).Select(type => type.GetTableName()).Order(StringComparer.Ordinal))
            {
                await using var command = context.Database.GetDbConnection().CreateCommand();
                command.CommandText = $"SELECT * FROM {table} ORDER BY 1, 2";
                await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
                while (await reader.ReadAsync(TestContext.Current.CancellationToken))
                {
                    var values = new object[reader.FieldCount];
                    reader.GetValues(values);
                    rows.Add(table + ": " + string.Join('|', values.Select(value => value is byte[] bytes
                        ? Convert.ToHexString(bytes)
                        : Convert.ToString(value, CultureInfo.InvariantCulture))));
                }
            }

            return rows;
        });
        Assert.NotEmpty(rows);
        return string.Join('\n', rows);
    }
}
