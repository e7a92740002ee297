using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Operations;
using BorgerPortal.Domain.Requests;
using BorgerPortal.Domain.Scenarios;
using BorgerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BorgerPortal.Tests.Scenarios;

public abstract class ScenarioExporterTests
{
    public sealed class OnSqlite : ScenarioExporterTests;

    public sealed class OnPostgreSql : ScenarioExporterTests;

    [Fact]
    public async Task Export_ThenImport_GivesTheSameData()
    {
        await using var source = await TestPortal.StartAsync();
        await source.LoadAsync(Rich);
        await LiveAsync(source);
        var exported = await ExportAsync(source);

        // Another day: nothing in an export counts from the day of the import.
        await using var target = await TestPortal.StartAsync(source.Clock.GetUtcNow().AddDays(1));
        Assert.Empty((await target.ImportAsync(exported)).Faults);

        Assert.Equal(exported, await ExportAsync(target));
        Assert.Equal(await DerivedAsync(source), await DerivedAsync(target));
    }

    [Fact]
    public async Task Export_Demo_ThenImport_GivesTheSameData()
    {
        await using var source = await TestPortal.StartAsync();
        var demo = await File.ReadAllTextAsync(
            Path.Combine(SolutionFolder.Path, "BorgerPortal.Web", "Demo", "scenario.json"), TestContext.Current.CancellationToken);
        Assert.Empty((await source.ImportAsync(demo)).Faults);
        var exported = await ExportAsync(source);

        await using var target = await TestPortal.StartAsync();
        Assert.Empty((await target.ImportAsync(exported)).Faults);

        Assert.Equal(exported, await ExportAsync(target));
        Assert.Equal(await DerivedAsync(source), await DerivedAsync(target));
    }

    [Fact]
    public async Task Export_BookingWithoutWhatItsOfferHas_StaysWithoutIt()
    {
        await using var source = await TestPortal.StartAsync();
        await source.LoadAsync();
        await source.SaveAsync(context =>
        {
            var option = context.Options.Single();
            (option.PhoneNumber, option.PrintComment, option.Description, option.DigitalContact) = ("12345678", "Ny", "Ny", "https://video.example.dk");
            var booking = context.Bookings.Single();
            booking.Details = booking.Details with { RebookingDeadline = null, Location = null, End = null, ShouldCitizenCall = null };
        });

        await using var target = await TestPortal.StartAsync();
        Assert.Empty((await target.ImportAsync(await ExportAsync(source))).Faults);

        Assert.Equal(await DetailsAsync(source), await DetailsAsync(target));
    }

    [Fact]
    public async Task Export_BookingOfAnotherPlanner_IsLeftOutAndTheDeadlineThatItMetIsClosed()
    {
        await using var source = await TestPortal.StartAsync();
        await source.LoadAsync(file => file.Row("borgere")["fravaer"] = new JsonArray());
        await source.SaveAsync(context => context.Bookings.Single().CaseWorkerId = null);

        await using var target = await TestPortal.StartAsync();
        var outcome = await target.ImportAsync(await ExportAsync(source));

        Assert.Equal(0, outcome.Counts!.Bookings);
        Assert.True((await target.ReadAsync(context => context.Deadlines.SingleAsync())).AdministrativelyClosed);
    }

    [Fact]
    public async Task Import_OfferThatIsAnotherJobcentres_IsAFault()
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.LoadAsync();

        var outcome = await portal.ImportAsync(file =>
        {
            file.Copy("jobcentre", row => row["kode"] = "10102");
            file.Copy("sagsbehandlere", row => row["jobcenter"] = "10102");
            file.Row("moedetilbud")["jobcenter"] = "10102";
        });

        Assert.Contains(outcome.Faults, fault => fault.Path == "$.moedetilbud[0].jobcenter");
    }

    [Fact]
    public async Task Export_MoreThanAChunkOfEverything_ThenImport_GivesTheSameData()
    {
        await using var source = await TestPortal.StartAsync();
        Assert.Empty((await source.ImportAsync(Large(4_500))).Faults);
        var exported = await ExportAsync(source);

        await using var target = await TestPortal.StartAsync();
        var outcome = await target.ImportAsync(exported);

        Assert.Equal(new ImportCounts(1, 10, 4_500, 1, 4_500, 4_500), outcome.Counts);
        Assert.Equal(exported, await ExportAsync(target));
    }

    [Fact]
    public async Task Import_SameKeyFarApart_IsAFault()
    {
        await using var portal = await TestPortal.StartAsync();
        var file = JsonNode.Parse(Large(4_500))!;
        foreach (var (collection, index) in new[] { ("borgere", 4_400), ("moedetider", 4_410), ("indkaldelser", 4_420) })
        {
            file[collection]![index] = file[collection]![3]!.DeepClone();
        }

        // Nothing is written, and no row is called unknown because one before it was not written.
        var faults = (await portal.ImportAsync(file.ToJsonString())).Faults;
        Assert.Equal(
            ["$.borgere[4400].personnummer", "$.moedetider[4410].starttidspunkt", "$.indkaldelser[4420].indkaldelseId", "$.indkaldelser[4400].personnummer"],
            faults.Select(fault => fault.Path));
        Assert.Equal(0, await portal.ReadAsync(context => context.Citizens.CountAsync()));
    }

    [Fact]
    public async Task Import_SeatTakenFarApart_IsAFaultAndNothingIsWritten()
    {
        await using var portal = await TestPortal.StartAsync();
        var file = JsonNode.Parse(Large(4_500))!;
        file["indkaldelser"]![4_400]!["starttidspunkt"] = file["indkaldelser"]![0]!["starttidspunkt"]!.DeepClone();
        file["indkaldelser"]![4_400]!["sagsbehandler"] = file["indkaldelser"]![0]!["sagsbehandler"]!.DeepClone();

        var fault = Assert.Single((await portal.ImportAsync(file.ToJsonString())).Faults);

        Assert.Equal(("$.indkaldelser[4400].starttidspunkt", "The caseworker's time is taken already."), (fault.Path, fault.Message));
        Assert.Equal(0, await portal.ReadAsync(context => context.JobCentres.CountAsync()));
    }

    [Fact]
    public async Task Import_CollectionsInAnyOrder_AreLoaded()
    {
        await using var portal = await TestPortal.StartAsync();
        var file = JsonNode.Parse(Scenario.Documented)!.AsObject();
        var backwards = new JsonObject(file.Reverse().Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())));

        Assert.Empty((await portal.ImportAsync("\uFEFF" + backwards.ToJsonString())).Faults);

        Assert.Equal(1, await portal.ReadAsync(context => context.Bookings.CountAsync()));
    }

    private static async Task<BookingDetails> DetailsAsync(TestPortal portal) =>
        (await portal.ReadAsync(context => context.Bookings.AsNoTracking().Select(booking => booking.Details).SingleAsync())) with { Participants = [] };

    /// <summary>The documented file with everything that a file can hold.</summary>
    private static void Rich(JsonNode file)
    {
        file.Row("sagsbehandlere")["mellemnavn"] = "Lund";
        file.Row("sagsbehandlere")["roller"] = new JsonArray("laese");
        file.Copy("sagsbehandlere", row => (row["eksterntId"], row["roller"]) = ("RID-1003", new JsonArray()));
        file.Copy("sagsbehandlere", row => row["eksterntId"] = "RID-1002");
        file.Row("borgere")["fravaer"] = new JsonArray(
            new JsonObject { ["type"] = 56, ["til"] = "@-10" }, new JsonObject { ["type"] = 57, ["fra"] = "@+90", ["til"] = "@+95" });
        file.Copy("borgere", row =>
        {
            (row["personnummer"], row["kundenummer"], row["doed"]) = ("0201505321", null, true);
            row["frister"] = new JsonArray(
                new JsonObject { ["friststatusType"] = 3, ["samtaleType"] = 4, ["fristdato"] = "@-3", ["sidsteAfholdelsesdato"] = "@+3" },
                new JsonObject { ["friststatusType"] = 2, ["samtaleType"] = 12, ["fristdato"] = "@-3", ["sidsteAfholdelsesdato"] = "@+3", ["indfriesAf"] = Scenario.BookingIdOf(3) });
        });
        file.Row("moedetilbud")["borgere"] = new JsonArray(Scenario.Anna, "0201505321");
        file.Row("moedetilbud")["gyldigTil"] = "@+200";
        file.Copy("moedetilbud", row =>
        {
            (row["moedetilbudId"], row["moedeGruppeType"], row["aktiv"]) = ("5b1f6f0a-0002-4000-8000-000000000002", 2, false);
            row["moedeLokation"]!["adresse"]!["landekode"] = "Danmark";
            (row["moedeVarighed"], row["kontaktgrupper"]) = (0, new JsonArray(1, 13));
            (row["foersteMoedetid"], row["sidsteMoedetid"], row["ombookingsfrist"]) = ("@+1T08:00", "@+60T08:00", "@+2T12:00");
        });
        file.Copy("moedetider", row =>
        {
            (row["moedetilbudId"], row["starttidspunkt"], row["maksimaltMoededeltagerantal"]) = ("5b1f6f0a-0002-4000-8000-000000000002", "@+9T09:00", 12);
            row["sagsbehandlere"] = new JsonArray("RID-1002", "RID-1001");
        });
        file.Copy("indkaldelser", row =>
        {
            (row["indkaldelseId"], row["moedetilbudId"], row["starttidspunkt"]) = (Scenario.BookingIdOf(2), "5b1f6f0a-0002-4000-8000-000000000002", "@+9T09:00");
            (row["samtaleType"], row["deltagere"]) = (12, new JsonArray(new JsonObject { ["navn"] = "Ole", ["deltagerType"] = 1 }));
        });
        var summons = new JsonObject
        {
            ["indkaldelseId"] = Scenario.BookingIdOf(3),
            ["personnummer"] = "0201505321",
            ["jobcenter"] = "10101",
            ["sagsbehandler"] = "RID-1002",
            ["starttidspunkt"] = "@+4T13:00",
            ["samtaleformType"] = 2,
            ["samtaleType"] = 12,
            ["moedeGruppeType"] = 1,
            ["moedetitel"] = "Indkaldt",
            ["moedeVarighed"] = 30,
        };
        file["indkaldelser"]!.AsArray().Add(summons);
        var cancelled = summons.DeepClone();
        (cancelled["indkaldelseId"], cancelled["tilstand"]) = (Scenario.BookingIdOf(4), "aflyst");
        file["indkaldelser"]!.AsArray().Add(cancelled);
    }

    /// <summary>Somebody books, as an immediate booking too.</summary>
    private static async Task LiveAsync(TestPortal portal)
    {
        await portal.SaveAsync(context => context.ExclusiveKinds.RemoveRange(context.ExclusiveKinds));
        await portal.SaveAsync(context =>
        {
            context.Bookings.Single(booking => booking.Id == Guid.Parse(Scenario.BookingId)).State = BookingState.Cancelled;
            context.Occupancies.RemoveRange(context.Occupancies.Where(piece => piece.Session == Guid.Parse(Scenario.BookingId)));
        });
        var anna = await portal.ReadAsync(context => context.Citizens.OrderBy(citizen => citizen.Id).Select(citizen => citizen.Id).FirstAsync());
        var start = await portal.ReadAsync(context => context.Timeslots.OrderBy(timeslot => timeslot.Start).Select(timeslot => timeslot.Start).FirstAsync());
        var made = await portal.Get<CreateBooking>().ExecuteAsync(
            new CreateBookingRequest(CitizenReference.ById(anna), Guid.Parse(Scenario.OptionId), start, 1), Caller.Citizen, TestContext.Current.CancellationToken);
        Assert.Empty(made.Errors);
    }

    /// <summary>What follows from the file: taken time, seats, and deadlines that are met.</summary>
    private static Task<string> DerivedAsync(TestPortal portal) => portal.ReadAsync(async context =>
    {
        var pieces = await (
            from piece in context.Occupancies
            join worker in context.CaseWorkers on piece.CaseWorkerId equals worker.Id
            select new { worker.Identifier, piece.Start, piece.End, piece.Session }).ToListAsync();
        var seats = await context.Timeslots.Select(timeslot => new { timeslot.OptionId, timeslot.Start, timeslot.SeatsTaken }).ToListAsync();
        var kinds = await context.ExclusiveKinds.Select(kind => new { kind.InterviewType, kind.StartDate, kind.BookingId }).ToListAsync();
        return string.Join('\n', pieces.Select(row => row.ToString()).Concat(seats.Select(row => row.ToString())).Concat(kinds.Select(row => row.ToString()))
            .Order(StringComparer.Ordinal));
    });

    private static async Task<string> ExportAsync(TestPortal portal)
    {
        using var stream = new MemoryStream();
        await portal.Get<ScenarioExporter>().ExportAsync(stream, progress: null, TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>Many rows of each kind: every citizen has a booking, and half of them a deadline that names it.</summary>
    private static string Large(int count)
    {
        var start = new DateTime(2027, 4, 1, 8, 0, 0, DateTimeKind.Unspecified);
        string StartOf(int number) => start.AddMinutes(number / 10 * 15).ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture);
        var file = JsonNode.Parse(Scenario.Documented)!;
        file.Row("moedetilbud")["moedeVarighed"] = 15;
        file["sagsbehandlere"] = new JsonArray([.. Enumerable.Range(0, 10).Select(number => (JsonNode)new JsonObject
        {
            ["eksterntId"] = $"RID-{1001 + number}", ["fornavne"] = "Mette", ["efternavn"] = $"Holm {number}", ["jobcenter"] = "10101",
        })]);
        file["borgere"] = new JsonArray([.. Enumerable.Range(0, count).Select(number => (JsonNode)new JsonObject
        {
            ["personnummer"] = World.PersonnummerOf(number), ["fornavne"] = "Anna", ["efternavn"] = "Berg", ["jobcenter"] = "10101", ["kontaktgruppe"] = 1,
            ["frister"] = new JsonArray(number % 2 == 0 ? [] : [new JsonObject
            {
                ["friststatusType"] = 2, ["samtaleType"] = 7, ["fristdato"] = "2027-03-20", ["sidsteAfholdelsesdato"] = "2027-12-20", ["indfriesAf"] = Scenario.BookingIdOf(number + 1),
            }]),
        })]);
        file["moedetider"] = new JsonArray([.. Enumerable.Range(0, count).Select(number => (JsonNode)new JsonObject
        {
            ["moedetilbudId"] = Scenario.OptionId, ["starttidspunkt"] = start.AddMinutes(number).ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture),
            ["sagsbehandlere"] = new JsonArray("RID-1001"),
        })]);
        file["indkaldelser"] = new JsonArray([.. Enumerable.Range(0, count).Select(number => (JsonNode)new JsonObject
        {
            ["indkaldelseId"] = Scenario.BookingIdOf(number + 1), ["personnummer"] = World.PersonnummerOf(number), ["moedetilbudId"] = Scenario.OptionId,
            ["starttidspunkt"] = StartOf(number), ["sagsbehandler"] = $"RID-{1001 + (number % 10)}", ["samtaleformType"] = 1,
        })]);
        return file.ToJsonString();
    }
}
