using System.Net;
using BorgerPortal.Domain.CaseWorkers;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Planner;
using BorgerPortal.Domain.Previews;
using BorgerPortal.Domain.Sessions;
using BorgerPortal.Tests.Api;
using BorgerPortal.Tests.Journeys.LogIn;
using BorgerPortal.Tests.Support;
using BorgerPortal.Web.Previews;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static BorgerPortal.Tests.Journeys.LogIn.Visitor;

namespace BorgerPortal.Tests.Previews;

/// <summary>A preview over HTTP: the citizen's own pages below a path that is one caseworker's, for one session.</summary>
public abstract class PreviewPathsTests : IAsyncLifetime
{
    public sealed class OnSqlite : PreviewPathsTests;

    public sealed class OnPostgreSql : PreviewPathsTests;

    private ApiScene _scene = null!;
    private Visitor _visitor = null!;

    public async ValueTask InitializeAsync()
    {
        _scene = await ApiScene.SetAsync();
        _visitor = new Visitor(_scene.Server);
        await _visitor.LogInAsync(_scene.Worker);
    }

    public async ValueTask DisposeAsync()
    {
        _visitor.Dispose();
        await _scene.DisposeAsync();
    }

    [Theory]
    [InlineData("/min-side", "<h1>Min side</h1>")]
    [InlineData("/book", "Anden samtale")]
    [InlineData("/moeder", "<h1>Mine møder</h1>")]
    [InlineData("/straksbooking", "<h1>Book nu</h1>")]
    [InlineData("/mine-oplysninger", "<h1>Hvem har set mine oplysninger</h1>")]
    [InlineData("/meld-fejl", "<h1>Meld en fejl</h1>")]
    public async Task Page_OfTheCitizen_IsTheSameWithABarAndWritesNothing(string address, string text)
    {
        var root = await PathAsync();
        var before = await TakeAsync();

        var page = await _visitor.ReadAsync(root + address);

        Assert.Contains(text, page, StringComparison.Ordinal);
        Assert.Contains($"<base href=\"{root}/\"", page, StringComparison.Ordinal);
        Assert.Contains("data-testid=\"forhaandsvisning\"", page, StringComparison.Ordinal);
        Assert.Contains("Du ser siden som Anna Berg, mandag den 1. marts 2027 kl. 10.00.", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/sagsbehandler/forhaandsvisning\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain(_scene.Personnummer, root, StringComparison.Ordinal);
        Assert.Equal(before, await TakeAsync());
    }

    [Fact]
    public async Task Page_AtAnotherTime_IsAsTheCitizenWouldMeetItThen()
    {
        Assert.Contains("data-testid=\"tid-2027-03-08T09:00\"", await ReadTimesAsync(_scene.Start.AddDays(-1)), StringComparison.Ordinal);
        Assert.DoesNotContain("data-testid=\"tid-2027-03-08T09:00\"", await ReadTimesAsync(_scene.Start.AddDays(1)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_OfSomebodyMadeUp_IsTheirs()
    {
        var root = await PathAsync(profile: new PreviewProfile(1) { Absences = [new PreviewAbsence(Absence.DeprivedOfSelfBooking, new DateOnly(2027, 2, 1))] });

        var page = await _visitor.ReadAsync(root + "/min-side");

        Assert.Contains("data-vaerdi=\"nej\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("data-vaerdi=\"nej\"", await _visitor.ReadAsync(await PathAsync() + "/min-side"), StringComparison.Ordinal);
    }

    /// <summary>Outside the preview the caseworker is still themselves, and so is everybody else.</summary>
    [Fact]
    public async Task Page_OutsideThePreview_IsTheCaseWorkersOwn()
    {
        await _visitor.ReadAsync(await PathAsync() + "/min-side");

        Assert.Contains("<h1>Overblik</h1>", await _visitor.ReadAsync("/sagsbehandler"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await _visitor.GetAsync("/min-side")).StatusCode);
    }

    [Fact]
    public async Task Page_CaseWorkersPageWithinThePreview_IsNoneOfTheCitizens() =>
        Assert.Equal(HttpStatusCode.Forbidden, (await _visitor.GetAsync(await PathAsync() + "/sagsbehandler")).StatusCode);

    [Fact]
    public async Task Page_AnotherSessionOfTheSameCaseWorker_SaysThatItHasEnded()
    {
        var root = await PathAsync();
        using var again = new Visitor(_scene.Server);
        await again.LogInAsync(_scene.Worker);

        await AssertOverAsync(again, root);
    }

    [Fact]
    public async Task Page_AnotherCaseWorker_SaysThatItHasEnded()
    {
        var root = await PathAsync();
        using var other = new Visitor(_scene.Server);
        await other.LogInAsync(await _scene.Server.World.AddCaseWorkerAsync("RID-2"));

        await AssertOverAsync(other, root);
    }

    [Fact]
    public async Task Page_ACitizen_IsToldThatItIsForCaseWorkers()
    {
        var root = await PathAsync();
        using var citizen = new Visitor(_scene.Server);
        await citizen.LogInAsync(_scene.Personnummer);

        var response = await citizen.GetAsync(root + "/min-side");

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.DoesNotContain("forhaandsvisning\"", (await TextOf(response)).Split("<main")[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_NobodyLoggedIn_LeadsToTheLogInOfThePortalItself()
    {
        var root = await PathAsync();
        using var nobody = new Visitor(_scene.Server);

        Assert.Equal("/log-ind", LeadsTo(await nobody.GetAsync(root + "/min-side")));
    }

    [Fact]
    public async Task Page_RoleIsTakenAway_IsClosedAtOnce()
    {
        var root = await PathAsync();
        await _scene.Server.Services.SaveAsync(context => context.CaseWorkers.Single().Roles = [CaseWorkerRoles.Books]);

        Assert.DoesNotContain("Min side</h1>", await _visitor.ReadAsync(root + "/min-side"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public async Task Page_AddressTamperedWith_SaysThatItHasEnded(int which)
    {
        var root = await PathAsync();
        var place = root.Length / 2 + which;
        var letter = root[place] == 'A' ? 'B' : 'A';

        await AssertOverAsync(_visitor, root[..place] + letter + root[(place + 1)..]);
    }

    /// <summary>A citizen who has moved to another jobcentre meanwhile is nobody's to preview.</summary>
    [Fact]
    public async Task Page_CitizenHasMovedToAnotherJobCentre_ShowsNothingOfThem()
    {
        var root = await PathAsync();
        await _scene.Server.Services.SaveAsync(context => context.Citizens.Single().JobCentreCode = TestPortal.Odense);

        var response = await _visitor.GetAsync(root + "/book");

        Assert.DoesNotContain("Anden samtale", await TextOf(response), StringComparison.Ordinal);
    }

    [Fact]
    public async Task LogOff_WithinThePreview_EndsTheCaseWorkersSession()
    {
        var root = await PathAsync();

        Assert.Equal("/logget-af", LeadsTo(await _visitor.PostAsync(root + "/min-side", root + "/log-af")));
        Assert.Equal("/log-ind", LeadsTo(await _visitor.GetAsync("/sagsbehandler"))?.Replace("/logget-af", "/log-ind", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Language_WithinThePreview_LeadsBackToTheSamePage()
    {
        var root = await PathAsync();

        Assert.Equal(root + "/book", LeadsTo(await _visitor.GetAsync($"{root}/sprog/en?retur=%2Fbook")));
        Assert.Contains("You see the page as Anna Berg", await _visitor.ReadAsync(root + "/book"), StringComparison.Ordinal);
    }

    private async Task<string> ReadTimesAsync(DateTimeOffset at) => await _visitor.ReadAsync($"{await PathAsync(at)}/book/{_scene.Option.Id}?maaned=2027-03");

    private static async Task AssertOverAsync(Visitor visitor, string root)
    {
        var response = await visitor.GetAsync(root + "/min-side");

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        var page = await TextOf(response);
        Assert.Contains("data-testid=\"forhaandsvisning-slut\"", page, StringComparison.Ordinal);
        Assert.Contains("<base href=\"/\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Anna", page, StringComparison.Ordinal);
    }

    /// <summary>The path of a preview as the caseworker's page makes it.</summary>
    private async Task<string> PathAsync(DateTimeOffset? at = null, PreviewProfile? profile = null)
    {
        var session = await _scene.Server.Services.ReadAsync(context => context.LogInSessions.AsNoTracking().SingleAsync(row => row.Kind == SubjectKind.CaseWorker && row.EndedAt == null));
        return "/sagsbehandler/forhaandsvisning/" + _scene.Server.Services.GetRequiredService<PreviewTokens>().Write(new PreviewTicket(
            Convert.ToHexStringLower(session.IdHash),
            new Desk(_scene.Worker.Id, _scene.Worker.JobCentreCode),
            at ?? _scene.Server.Clock.GetUtcNow(),
            profile is null ? "Anna Berg" : "Opdigtet borger",
            profile is null ? _scene.Citizen.Id : null,
            profile));
    }

    /// <summary>Every row of every table, the audit log's too.</summary>
    private Task<IReadOnlyList<string>> TakeAsync() => _scene.Server.Services.ReadAsync(async context =>
        (IReadOnlyList<string>)[.. await StateSnapshot.TakeAsync(context), $"audit: {await CountAsync(context)}"]);

    private static Task<int> CountAsync(BookingDbContext context) => context.AuditEntries.CountAsync();
}
