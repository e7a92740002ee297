using System.Net;
using BorgerPortal.Tests.Api;
using BorgerPortal.Tests.Journeys.LogIn;
using Xunit;

namespace BorgerPortal.Tests.Journeys.Information;

/// <summary>Pages without a circuit, and what every page's answer carries.</summary>
public sealed class StaticPageTests : IDisposable
{
    private readonly PortalServer _server = PortalServer.Create();
    private readonly Visitor _visitor;

    public StaticPageTests() => _visitor = new Visitor(_server);

    public void Dispose()
    {
        _visitor.Dispose();
        _server.Dispose();
        _server.Database.Dispose();
    }

    [Theory]
    [InlineData("/", "Book dit møde")]
    [InlineData("/log-ind", "Vælg testborger")]
    [InlineData("/logget-af", "Du er logget af")]
    [InlineData("/was", "Tilgængelighed")]
    [InlineData("/privatliv", "Privatliv")]
    [InlineData("/cookies", "Cookies")]
    public async Task StaticPage_Asked_NeedsNoCircuit(string address, string heading)
    {
        var page = await _visitor.ReadAsync(address);

        Assert.Contains($"<h1>{heading}</h1>", page, StringComparison.Ordinal);
        Assert.Contains($"<title>{heading} – Jobcenter</title>", page, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"da\">", page, StringComparison.Ordinal);
        Assert.DoesNotContain("blazor.web.js", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<style", page, StringComparison.Ordinal);
        Assert.DoesNotContain(" style=", page, StringComparison.Ordinal);
        Assert.DoesNotContain("//", page.Replace("<!--", "", StringComparison.Ordinal).Split("<!--")[0].Split("Blazor-Server")[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/findes-slet-ikke")]
    [InlineData("/findes-ikke")]
    [InlineData("/book/ikke-et-id")]
    [InlineData("/kvittering/42")]
    [InlineData("/sprog/tysk")]
    public async Task UnknownAddress_Asked_Is404WithAPage(string address)
    {
        var response = await _visitor.GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains(">Siden findes ikke</h1>", await Visitor.TextOf(response), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/was", "/was")]
    [InlineData("/book/x?tid=2026-10-25T02:30%2B01:00&form=1", "/book/x?tid=2026-10-25T02:30%2B01:00&form=1")]
    [InlineData("//example.org", "/")]
    [InlineData("/\\example.org", "/")]
    [InlineData("/\t/example.org", "/")]
    [InlineData("https://example.org", "/")]
    [InlineData("example.org", "/")]
    [InlineData("", "/")]
    public async Task Language_Chosen_IsKeptAndLeadsBackOnThisSiteOnly(string returnTo, string address)
    {
        Assert.Equal(address, Visitor.LeadsTo(await _visitor.GetAsync($"/sprog/en?retur={Uri.EscapeDataString(returnTo)}")));

        var page = await _visitor.ReadAsync("/was");
        Assert.Contains("<html lang=\"en\">", page, StringComparison.Ordinal);
        Assert.Contains("<h1>Accessibility</h1>", page, StringComparison.Ordinal);
        Assert.Contains("lang=\"da\"", page, StringComparison.Ordinal);

        await _visitor.GetAsync("/sprog/da");
        Assert.Contains("<h1>Tilgængelighed</h1>", await _visitor.ReadAsync("/was"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ErrorPage_Asked_HasAReferenceAndNoDetails()
    {
        var page = await _visitor.ReadAsync("/fejl");

        Assert.Contains("<h1>Noget gik galt</h1>", page, StringComparison.Ordinal);
        Assert.Contains("Reference:", page, StringComparison.Ordinal);
    }
}
