using BorgerPortal.Domain.Security;
using BorgerPortal.Tests.Support;
using BorgerPortal.Web.Hosting;
using BorgerPortal.Web.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Logging;
using Xunit;

namespace BorgerPortal.Tests.Security;

/// <summary>Cookies and headers in operation, where TLS may end in front of the portal.</summary>
public sealed class OutsideDevelopmentTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("borgerportal-production-");
    private WebApplication _app = null!;

    public async ValueTask InitializeAsync()
    {
        KeyRing.Create().Save(PortalHost.KeyFile(_folder.FullName));
        var builder = PortalHost.CreateBuilder(["--environment=Production", $"--Data:Directory={_folder.FullName}"]);
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.MapPortalPages();
        _app.MapPortalApi();

        // Nobody can log in by a page here yet.
        _app.MapGet("/prøve", async context => await context.SignInAsync(await new World(_app.Services).AddCitizenAsync()));
        await _app.OpenAsync(CancellationToken.None);
        await new World(_app.Services).AddJobCentresAsync();
        await _app.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task LogIn_Cookie_IsBoundToTheHostAndToTls()
    {
        var cookie = Assert.Single(await CookiesOfAsync("/prøve"));

        Assert.Matches("^__Host-borgerportal=[0-9a-f]{64}; path=/; secure; samesite=lax; httponly$", cookie);
    }

    [Fact]
    public async Task Language_Cookie_IsBoundToTls()
    {
        var cookie = Assert.Single(await CookiesOfAsync("/sprog/en"));

        Assert.Contains("; secure;", cookie, StringComparison.Ordinal);
        Assert.EndsWith("httponly", cookie, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_Any_HasHsts()
    {
        using var client = _app.GetTestClient();
        using var response = await client.GetAsync(new Uri("/was", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal("max-age=31536000; includeSubDomains", Assert.Single(response.Headers.GetValues("Strict-Transport-Security")));
        Assert.Equal([SecurityHeaders.PagePolicy], response.Headers.GetValues("Content-Security-Policy"));
    }

    private async Task<IEnumerable<string>> CookiesOfAsync(string address)
    {
        using var client = _app.GetTestClient();
        using var response = await client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        return response.Headers.GetValues("Set-Cookie");
    }
}
