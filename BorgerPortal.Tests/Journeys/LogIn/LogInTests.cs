using System.Net;
using BorgerPortal.Tests.Api;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static BorgerPortal.Tests.Journeys.LogIn.Visitor;

namespace BorgerPortal.Tests.Journeys.LogIn;

/// <summary>Logging in and off on the whole portal.</summary>
public sealed class LogInTests : IAsyncLifetime
{
    private ApiScene _scene = null!;
    private Visitor _visitor = null!;

    public async ValueTask InitializeAsync()
    {
        _scene = await ApiScene.SetAsync();
        _visitor = new Visitor(_scene.Server);
    }

    public async ValueTask DisposeAsync()
    {
        _visitor.Dispose();
        await _scene.DisposeAsync();
    }

    [Theory]
    [InlineData("/min-side")]
    [InlineData("/book")]
    [InlineData("/book/5b1f6f0a-0000-4000-8000-000000000001")]
    [InlineData("/book/5b1f6f0a-0000-4000-8000-000000000001/sagsbehandler?tid=2027-03-08T09:00")]
    [InlineData("/book/5b1f6f0a-0000-4000-8000-000000000001/bekraeft")]
    [InlineData("/kvittering/5b1f6f0a-0000-4000-8000-000000000001")]
    [InlineData("/moeder/5b1f6f0a-0000-4000-8000-000000000001")]
    public async Task PersonalPage_NobodyLoggedIn_LeadsToLogIn(string address) =>
        Assert.Equal("/log-ind", LeadsTo(await _visitor.GetAsync(address)));

    [Fact]
    public async Task LogIn_KnownPersonnummer_LeadsToMyPageWithTheName()
    {
        Assert.Equal("/min-side", LeadsTo(await _visitor.LogInAsync(_scene.Personnummer)));

        var page = await _visitor.ReadAsync("/min-side");
        Assert.Contains("<h1>Min side</h1>", page, StringComparison.Ordinal);
        Assert.Contains("Anna Berg", page, StringComparison.Ordinal);
        Assert.DoesNotContain(_scene.Personnummer, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LogIn_ListedPerson_LeadsToMyPage()
    {
        Assert.Contains("Anna Berg", await _visitor.ReadAsync("/log-ind"), StringComparison.Ordinal);

        var response = await _visitor.PostAsync(
            "/log-ind", "/log-ind", ("_handler", "borger"), ("CitizenId", _scene.Citizen.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)));

        Assert.Equal("/min-side", LeadsTo(response));
    }

    [Theory]
    [InlineData("3112505999", "Vi kender ingen med det personnummer.")]
    [InlineData("9999999999", "Skriv et personnummer på ti cifre")]
    [InlineData("<b>12</b>", "Skriv et personnummer på ti cifre")]
    [InlineData("", "Skriv et personnummer på ti cifre")]
    public async Task LogIn_NoSuchPerson_SaysSoAndNeverRepeatsTheNumber(string personnummer, string text)
    {
        var response = await _visitor.LogInAsync(personnummer);
        var page = await TextOf(response);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("Der er problemer", page, StringComparison.Ordinal);
        Assert.Contains($"<a href=\"#personnummer\">{text}", page, StringComparison.Ordinal);
        Assert.Contains("Fejl:", page, StringComparison.Ordinal);
        if (personnummer.Length > 0)
        {
            Assert.DoesNotContain(personnummer, page, StringComparison.Ordinal);
        }

        Assert.Equal("/log-ind", LeadsTo(await _visitor.GetAsync("/min-side")));
    }

    [Fact]
    public async Task LogIn_ListedCaseWorker_LeadsToTheirOwnPagesWithNameAndJobCentre()
    {
        var page = await _visitor.ReadAsync("/log-ind");
        Assert.Contains("data-testid=\"demo-sagsbehandler-1\"", page, StringComparison.Ordinal);
        Assert.Contains("Jobcenter Aarhus: læse, booke, administrere", page, StringComparison.Ordinal);

        Assert.Equal("/sagsbehandler", LeadsTo(await _visitor.LogInAsync(_scene.Worker)));

        var overview = await _visitor.ReadAsync("/sagsbehandler");
        Assert.Contains("<h1>Overblik</h1>", overview, StringComparison.Ordinal);
        Assert.Contains("Mette Holm RID-1", overview, StringComparison.Ordinal);
        Assert.Contains("Jobcenter Aarhus", overview, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LogIn_CaseWorkerWithoutTheFormsToken_IsRefused()
    {
        var response = await _visitor.PostWithTokenAsync("", "/log-ind", ("_handler", "sagsbehandler"), ("CaseWorkerId", "1"));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("/log-ind", LeadsTo(await _visitor.GetAsync("/sagsbehandler")));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("x")]
    public async Task LogIn_NoSuchCaseWorker_LogsNobodyIn(string id)
    {
        var response = await _visitor.PostAsync("/log-ind", "/log-ind", ("_handler", "sagsbehandler"), ("CaseWorkerId", id));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("/log-ind", LeadsTo(await _visitor.GetAsync("/sagsbehandler")));
    }

    /// <summary>Whoever was here before may have been of the other kind.</summary>
    [Theory]
    [InlineData("/sagsbehandler?x=1", "/sagsbehandler?x=1", "/min-side")]
    [InlineData("/book", "/sagsbehandler", "/book")]
    [InlineData("/sagsbehandlere", "/sagsbehandler", "/sagsbehandlere")]
    public async Task LogIn_ToComeBack_LeadsToAPageOfTheirs(string address, string caseWorker, string citizen)
    {
        var logIn = $"/log-ind?retur={Uri.EscapeDataString(address)}";

        Assert.Equal(caseWorker, LeadsTo(await _visitor.LogInAsync(_scene.Worker, logIn)));
        Assert.Equal(citizen, LeadsTo(await _visitor.LogInAsync(_scene.Personnummer, logIn)));
    }

    [Fact]
    public async Task LogOff_CaseWorker_EndsTheLogIn()
    {
        await _visitor.LogInAsync(_scene.Worker);

        Assert.Equal("/logget-af", LeadsTo(await _visitor.PostAsync("/sagsbehandler", "/log-af")));
        Assert.Equal("/log-ind", LeadsTo(await _visitor.GetAsync("/sagsbehandler")));
    }

    [Fact]
    public async Task LogIn_WithoutTheFormsToken_IsRefused()
    {
        using var client = _scene.Server.CreateClient();
        using var content = new FormUrlEncodedContent([KeyValuePair.Create("_handler", "personnummer"), KeyValuePair.Create("Personnummer", _scene.Personnummer)]);

        var response = await client.PostAsync(new Uri("/log-ind", UriKind.Relative), content, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task LogIn_Cookie_IsForTheServerAloneAndHoldsARandomIdAlone()
    {
        var response = await _visitor.LogInAsync(_scene.Personnummer);

        var cookie = Assert.Single(response.Headers.GetValues("Set-Cookie"), value => value.StartsWith("borgerportal=", StringComparison.Ordinal));
        Assert.Matches("^borgerportal=[0-9a-f]{64}; path=/; samesite=lax; httponly$", cookie);
    }

    [Fact]
    public async Task LogOff_Posted_EndsTheLogIn()
    {
        await _visitor.LogInAsync(_scene.Personnummer);

        Assert.Equal("/logget-af", LeadsTo(await _visitor.PostAsync("/min-side", "/log-af")));
        Assert.Equal("/log-ind", LeadsTo(await _visitor.GetAsync("/min-side")));
    }

    [Fact]
    public async Task LogOff_WithoutTheFormsToken_LeavesTheLogIn()
    {
        await _visitor.LogInAsync(_scene.Personnummer);

        Assert.Equal(HttpStatusCode.BadRequest, (await _visitor.PostWithTokenAsync("", "/log-af")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await _visitor.GetAsync("/min-side")).StatusCode);
    }

    [Fact]
    public async Task PersonalPage_CitizenIsGone_LeadsToLogInWithNobodyLoggedIn()
    {
        await _visitor.LogInAsync(_scene.Personnummer);
        await Support.ServiceDatabase.SaveAsync(_scene.Server.Services, context => context.Citizens.Where(citizen => citizen.Id == _scene.Citizen.Id).ExecuteDelete());

        Assert.Equal("/log-ind", LeadsTo(await _visitor.GetAsync("/min-side")));
        Assert.DoesNotContain("Anna Berg", await _visitor.ReadAsync("/log-ind"), StringComparison.Ordinal);
    }
}
