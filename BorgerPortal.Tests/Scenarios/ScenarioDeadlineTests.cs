using System.Text.Json.Nodes;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BorgerPortal.Tests.Scenarios;

public abstract class ScenarioDeadlineTests
{
    public sealed class OnSqlite : ScenarioDeadlineTests;

    public sealed class OnPostgreSql : ScenarioDeadlineTests;

    private static readonly Guid Booking = Guid.ParseExact(Scenario.BookingId, "D");

    [Fact]
    public async Task Import_CurrentBookingThatFits_MeetsAnOpenDeadlineAtOnce()
    {
        Assert.Equal(Booking, (await ImportAsync(Present)).MetBy);
    }

    [Theory]
    [InlineData("@+5", true)]
    [InlineData("@+4", false)]
    public async Task Import_LastDayForTheMeeting_DecidesWhetherItFits(string holdBy, bool isMet) =>
        Assert.Equal(isMet, (await ImportAsync(file =>
        {
            Present(file);
            Deadline(file)["sidsteAfholdelsesdato"] = holdBy;
        })).MetBy is not null);

    [Fact]
    public async Task Import_OverdueDeadline_IsMetToo() => Assert.NotNull((await ImportAsync(file =>
    {
        Present(file);
        Deadline(file)["fristdato"] = "@-5";
    })).MetBy);

    [Theory]
    [InlineData("samtaleType", "4")]
    [InlineData("tilstand", "\"aflyst\"")]
    [InlineData("starttidspunkt", "\"@-1T10:00\"")]
    public async Task Import_BookingOfAnotherKindOrNotActiveOrPast_MeetsNone(string name, string value) =>
        Assert.Null((await ImportAsync(file =>
        {
            Present(file);
            file.Row("indkaldelser")[name] = JsonNode.Parse(value);
        })).MetBy);

    [Fact]
    public async Task Import_AbsenceThatClosesDeadlines_LeavesThemUnmet() => Assert.Null((await ImportAsync(_ => { })).MetBy);

    [Fact]
    public async Task Import_ClosedForGood_IsClosedAndNotMet()
    {
        var deadline = await ImportAsync(file =>
        {
            Present(file);
            Deadline(file)["friststatusType"] = 3;
        });

        Assert.Equal((true, (Guid?)null), (deadline.AdministrativelyClosed, deadline.MetBy));
    }

    [Fact]
    public async Task Import_Met_NamesItsBookingWhateverItsDates()
    {
        var deadline = await ImportAsync(file =>
        {
            (Deadline(file)["friststatusType"], Deadline(file)["indfriesAf"]) = (2, Scenario.BookingId);
            Deadline(file)["sidsteAfholdelsesdato"] = "@-1";
        });

        Assert.Equal(Booking, deadline.MetBy);
    }

    [Fact]
    public async Task Import_DeadlineIssuedLater_IsMetByTheBookingThatIsThere()
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.LoadAsync(file =>
        {
            Present(file);
            file.Row("borgere")["frister"] = new JsonArray();
        });

        await portal.LoadAsync(file =>
        {
            Present(file);
            file["indkaldelser"] = new JsonArray();
        });

        Assert.Equal(Booking, (await portal.ReadAsync(context => context.Deadlines.SingleAsync())).MetBy);
    }

    [Fact]
    public async Task Import_BookingOfACitizenWhoIsThere_MeetsTheirDeadline()
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.LoadAsync(file =>
        {
            Present(file);
            file["indkaldelser"] = new JsonArray();
        });

        await portal.LoadAsync(file => file["borgere"] = new JsonArray());

        Assert.Equal(Booking, (await portal.ReadAsync(context => context.Deadlines.SingleAsync())).MetBy);
    }

    [Fact]
    public async Task Import_Again_KeepsWhatHasHappenedToTheSameDeadlineAndStartsAnotherAnew()
    {
        await using var portal = await TestPortal.StartAsync();
        var other = Guid.ParseExact(Scenario.BookingIdOf(9), "D");
        await portal.LoadAsync();
        await portal.SaveAsync(context =>
        {
            var deadline = context.Deadlines.Single();
            (deadline.MetBy, deadline.AdministrativelyClosed) = (other, true);
        });

        await portal.LoadAsync();
        var same = await portal.ReadAsync(context => context.Deadlines.SingleAsync());
        await portal.LoadAsync(file => Deadline(file)["fristdato"] = "@+12");
        var another = await portal.ReadAsync(context => context.Deadlines.SingleAsync());

        Assert.Equal((other, true), (same.MetBy!.Value, same.AdministrativelyClosed));
        Assert.Equal((null, false), (another.MetBy, another.AdministrativelyClosed));
    }

    [Fact]
    public async Task Import_Again_KeepsTheDayOnWhichTheDeadlineCameUnlessTheFileNamesOne()
    {
        await using var portal = await TestPortal.StartAsync();
        async Task<DateOnly?> IssuedAsync(string bookBy, string? issuedOn)
        {
            await portal.LoadAsync(file =>
            {
                (Deadline(file)["fristdato"], Deadline(file)["sidsteAfholdelsesdato"], Deadline(file)["udstedt"]) = (bookBy, "2027-03-25", issuedOn);
            });
            return (await portal.ReadAsync(context => context.Deadlines.SingleAsync())).IssuedOn;
        }

        Assert.Equal(new DateOnly(2027, 3, 1), await IssuedAsync("2027-03-11", null));
        portal.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(new DateOnly(2027, 3, 1), await IssuedAsync("2027-03-11", null));
        Assert.Equal(new DateOnly(2027, 2, 20), await IssuedAsync("2027-03-11", "2027-02-20"));
        Assert.Equal(new DateOnly(2027, 3, 2), await IssuedAsync("2027-03-12", null));
        Assert.Equal(new DateOnly(2027, 2, 27), await IssuedAsync("2027-03-13", "@-3"));
    }

    [Fact]
    public async Task Import_CurrentBookingsOfAnExclusiveKind_AreNotRefusedAndTheLatestGuards()
    {
        await using var portal = await TestPortal.StartAsync();
        static void Add(JsonNode file, int number, string start) =>
            file.Copy("indkaldelser", row => (row["indkaldelseId"], row["starttidspunkt"]) = (Scenario.BookingIdOf(number), start));

        await portal.LoadAsync(file =>
        {
            Add(file, 2, "@+9T10:00");
            Add(file, 3, "@+7T10:00");
            Add(file, 4, "@-7T10:00");
            Add(file, 5, "@+20T10:00");
            file.Row("indkaldelser", 4)["tilstand"] = "aflyst";
        });
        var first = await portal.ReadAsync(context => context.ExclusiveKinds.SingleAsync());
        await portal.LoadAsync(file => Add(file, 6, "@+8T10:00"));
        var earlier = await portal.ReadAsync(context => context.ExclusiveKinds.SingleAsync());
        await portal.LoadAsync(file => Add(file, 7, "@+30T10:00"));
        var later = await portal.ReadAsync(context => context.ExclusiveKinds.SingleAsync());

        Assert.Equal((7, new DateOnly(2027, 3, 10), Guid.ParseExact(Scenario.BookingIdOf(2), "D")), (first.InterviewType, first.StartDate, first.BookingId));
        Assert.Equal(first.BookingId, earlier.BookingId);
        Assert.Equal((new DateOnly(2027, 3, 31), Guid.ParseExact(Scenario.BookingIdOf(7), "D")), (later.StartDate, later.BookingId));
    }

    /// <summary>Without the documented citizen's absence, which closes deadlines.</summary>
    private static void Present(JsonNode file) => file.Row("borgere")["fravaer"] = new JsonArray();

    private static JsonNode Deadline(JsonNode file) => file.Row("borgere")["frister"]![0]!;

    private static async Task<Deadline> ImportAsync(Action<JsonNode> change)
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.LoadAsync(change);
        return await portal.ReadAsync(context => context.Deadlines.SingleAsync());
    }
}
