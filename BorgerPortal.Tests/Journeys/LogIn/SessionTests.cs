using System.Net;
using System.Text.Json.Nodes;
using BorgerPortal.Domain.Sessions;
using BorgerPortal.Tests.Api;
using BorgerPortal.Tests.Support;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static BorgerPortal.Tests.Journeys.LogIn.Visitor;

namespace BorgerPortal.Tests.Journeys.LogIn;

/// <summary>A session over HTTP: what counts as a use, how it ends, and what the citizen is told.</summary>
public abstract class SessionTests : IAsyncLifetime
{
    public sealed class OnSqlite : SessionTests;

    public sealed class OnPostgreSql : SessionTests
    {
        [Fact]
        public async Task LogOff_AtOnePortal_EndsTheSessionAtTheOther()
        {
            var id = CookieOf(await Visitor.LogInAsync(Scene.Personnummer));
            await using var other = PortalServer.Create(Scene.Server.Database);
            Assert.Equal(HttpStatusCode.OK, (await AskWithAsync(other, id, "/min-side")).StatusCode);

            await Visitor.PostAsync("/min-side", "/log-af");

            Assert.Equal("/logget-af", LeadsTo(await AskWithAsync(other, id, "/min-side")));
        }
    }

    private const string Step = "/book/5b1f6f0a-0000-4000-8000-000000000001?tid=2027-03-08T09:00%2B01:00&form=1";

    private ApiScene _scene = null!;
    private Visitor _visitor = null!;

    protected ApiScene Scene => _scene;

    protected Visitor Visitor => _visitor;

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

    [Fact]
    public async Task Page_AfterHalfAnHourIdle_SaysWhyAndTheNextLogInLeadsBack()
    {
        await _visitor.LogInAsync(_scene.Personnummer);
        _scene.Server.Clock.Advance(TimeSpan.FromMinutes(30));

        var led = LeadsTo(await _visitor.GetAsync(Step));
        Assert.Equal($"/logget-af?grund=inaktiv&retur={Uri.EscapeDataString(Step)}", led);
        var page = await _visitor.ReadAsync(led!);
        Assert.Contains("Du havde ikke brugt siden i 30 minutter.", page, StringComparison.Ordinal);
        Assert.Contains("Det, du har booket, er gemt.", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"log-ind?retur={Uri.EscapeDataString(Step)}\"", page, StringComparison.Ordinal);
        Assert.Equal(Step, LeadsTo(await _visitor.LogInAsync(_scene.Personnummer, $"/log-ind?retur={Uri.EscapeDataString(Step)}")));
    }

    [Fact]
    public async Task Page_AfterTheLongestTime_SaysSo()
    {
        await _visitor.LogInAsync(_scene.Personnummer);
        for (var pages = 0; pages < 24; pages++)
        {
            Assert.Equal(HttpStatusCode.OK, (await _visitor.GetAsync("/min-side")).StatusCode);
            _scene.Server.Clock.Advance(TimeSpan.FromMinutes(20));
        }

        var led = LeadsTo(await _visitor.GetAsync("/min-side"));

        Assert.Equal("/logget-af?grund=tid&retur=%2Fmin-side", led);
        Assert.Contains("Du havde været logget på længe.", await _visitor.ReadAsync(led!), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("//example.org")]
    [InlineData("https://example.org/")]
    [InlineData("/\\example.org")]
    [InlineData("javascript:alert(1)")]
    public async Task LogIn_ToComeBackToAnotherSite_LeadsToMyPage(string address) =>
        Assert.Equal("/min-side", LeadsTo(await _visitor.LogInAsync(_scene.Personnummer, $"/log-ind?retur={Uri.EscapeDataString(address)}")));

    [Fact]
    public async Task LoggedOff_AnyWordInTheAddress_IsNoReason()
    {
        var page = await _visitor.ReadAsync("/logget-af?grund=%3Cscript%3E&retur=https://example.org");

        Assert.DoesNotContain("<script>", page.Split("<h1>")[1].Split("</main>")[0], StringComparison.Ordinal);
        Assert.Contains("Det, du har booket, er gemt.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LogOff_CookieShownAgain_IsNobodys()
    {
        var id = CookieOf(await _visitor.LogInAsync(_scene.Personnummer));
        await _visitor.PostAsync("/min-side", "/log-af");

        Assert.Equal("/logget-af", LeadsTo(await AskWithAsync(_scene.Server, id, "/min-side")));
        Assert.Equal(SessionEnd.LoggedOff, Assert.Single(await ReadAsync()).EndReason);
    }

    [Fact]
    public async Task LogOff_SessionHasEndedAlready_IsNoFault()
    {
        await _visitor.LogInAsync(_scene.Personnummer);
        _scene.Server.Clock.Advance(TimeSpan.FromMinutes(31));

        Assert.Equal("/logget-af", LeadsTo(await _visitor.PostWithTokenAsync("a token of nobody's", "/log-af")));
    }

    [Fact]
    public async Task LogIn_InAnOpenSession_BeginsANewOneAndEndsTheOld()
    {
        var old = CookieOf(await _visitor.LogInAsync(_scene.Personnummer));

        var id = CookieOf(await _visitor.LogInAsync(_scene.Personnummer));

        Assert.NotEqual(old, id);
        Assert.Equal("/logget-af", LeadsTo(await AskWithAsync(_scene.Server, old, "/min-side")));
        Assert.Equal(HttpStatusCode.OK, (await AskWithAsync(_scene.Server, id, "/min-side")).StatusCode);
    }

    /// <summary>What nobody did with their hands keeps nothing alive.</summary>
    [Theory]
    [InlineData("/session")]
    [InlineData("/css/portal.css")]
    [InlineData("/min-side", "Sec-Fetch-Mode", "navigate")]
    [InlineData("/min-side", "Sec-Fetch-Mode", "cors")]
    public async Task Request_NoneOfTheUsers_IsNoUse(string address, string? name = null, string? value = null)
    {
        await _visitor.LogInAsync(_scene.Personnummer);
        _scene.Server.Clock.Advance(TimeSpan.FromMinutes(20));

        (await _visitor.GetAsync(address, name is null ? [] : [(name, value!)])).EnsureSuccessStatusCode();

        Assert.Equal((600, true), await LeftAsync());
    }

    [Theory]
    [InlineData("/min-side")]
    [InlineData("/was", "Sec-Fetch-Mode", "navigate", "Sec-Fetch-User", "?1")]
    public async Task Request_TheUserGoesToAPage_IsAUse(string address, params string[] headers)
    {
        await _visitor.LogInAsync(_scene.Personnummer);
        _scene.Server.Clock.Advance(TimeSpan.FromMinutes(20));

        await _visitor.GetAsync(address, [.. headers.Chunk(2).Select(pair => (pair[0], pair[1]))]);

        Assert.Equal((1800, true), await LeftAsync());
    }

    [Fact]
    public async Task Session_UseIsTold_HoldsForTheWholeTimeAgainButNotWithoutTheFormsToken()
    {
        await _visitor.LogInAsync(_scene.Personnummer);
        _scene.Server.Clock.Advance(TimeSpan.FromMinutes(20));

        Assert.Equal(HttpStatusCode.BadRequest, (await _visitor.PostWithTokenAsync("", "/session")).StatusCode);
        Assert.Equal((600, true), await LeftAsync());
        Assert.Equal(HttpStatusCode.OK, (await _visitor.PostWithTokenAsync(await TokenAsync(), "/session")).StatusCode);
        Assert.Equal((1800, true), await LeftAsync());
    }

    [Fact]
    public async Task Session_Ended_TellsWhyAndCannotBeProlonged()
    {
        await _visitor.LogInAsync(_scene.Personnummer);
        var token = await TokenAsync();
        _scene.Server.Clock.Advance(TimeSpan.FromMinutes(30));

        foreach (var response in new[] { await _visitor.PostWithTokenAsync(token, "/session"), await _visitor.GetAsync("/session") })
        {
            var told = JsonNode.Parse(await TextOf(response))!;
            Assert.Null(told["session"]);
            Assert.Equal("inaktiv", told["grund"]!.GetValue<string>());
        }
    }

    [Fact]
    public async Task Session_NobodyLoggedIn_HasNone()
    {
        Assert.Null(JsonNode.Parse(await _visitor.ReadAsync("/session"))!["session"]);
        Assert.DoesNotContain("<dialog", await _visitor.ReadAsync("/was"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/min-side", "Du er ved at blive logget af")]
    [InlineData("/was", "Forbliv logget på")]
    public async Task Page_LoggedIn_BringsTheWarningAlong(string address, string text)
    {
        await _visitor.LogInAsync(_scene.Personnummer);

        var page = await _visitor.ReadAsync(address);

        Assert.Contains("data-seconds=\"1800\" data-warning=\"300\"", page, StringComparison.Ordinal);
        Assert.Contains(text, page.Split("<dialog")[1], StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToHexStringLower((await ReadAsync()).Single().IdHash), page, StringComparison.Ordinal);
    }

    protected static async Task<HttpResponseMessage> AskWithAsync(PortalServer server, string id, string address)
    {
        using var client = server.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
        request.Headers.Add("Cookie", $"borgerportal={id}");
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private Task<List<LogInSession>> ReadAsync() => _scene.Server.Services.ReadAsync(context => context.LogInSessions.AsNoTracking().ToListAsync());

    // Read without going to a page, which would be a use.
    private async Task<string> TokenAsync()
    {
        var page = await TextOf(await _visitor.GetAsync("/was", ("Sec-Fetch-Mode", "navigate")));
        return page.Split("name=\"__RequestVerificationToken\" value=\"")[1].Split('"')[0];
    }

    private async Task<(int Seconds, bool CanBeProlonged)> LeftAsync()
    {
        var told = JsonNode.Parse(await _visitor.ReadAsync("/session"))!;
        return (told["sekunder"]!.GetValue<int>(), told["kanForlaenges"]!.GetValue<bool>());
    }
}
