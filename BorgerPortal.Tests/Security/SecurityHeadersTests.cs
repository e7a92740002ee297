using BorgerPortal.Tests.Api;
using BorgerPortal.Tests.Journeys.LogIn;
using BorgerPortal.Web.Security;
using Xunit;

namespace BorgerPortal.Tests.Security;

/// <summary>What every answer tells the browser to keep from.</summary>
public sealed class SecurityHeadersTests : IAsyncLifetime
{
    private ApiScene _scene = null!;
    private Visitor _visitor = null!;

    public async ValueTask InitializeAsync()
    {
        _scene = await ApiScene.SetAsync();
        _visitor = new Visitor(_scene.Server);
        await _visitor.LogInAsync(_scene.Personnummer);
    }

    public async ValueTask DisposeAsync()
    {
        _visitor.Dispose();
        await _scene.DisposeAsync();
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/log-ind")]
    [InlineData("/min-side")]
    [InlineData("/moeder")]
    [InlineData("/findes-ikke")]
    [InlineData("/noget-andet")]
    [InlineData("/fejl")]
    [InlineData("/fejl/4819")]
    [InlineData("/session")]
    public async Task Page_Any_MayDoNothingThatItNeedNotAndIsKeptNowhere(string address)
    {
        using var response = await _visitor.GetAsync(address);

        Assert.Equal([SecurityHeaders.PagePolicy], response.Headers.GetValues("Content-Security-Policy"));
        Assert.True(response.Headers.CacheControl!.NoStore, response.Headers.CacheControl.ToString());
        AssertAlways(response);
    }

    [Fact]
    public void PagePolicy_Always_AllowsNothingInline()
    {
        Assert.DoesNotContain("unsafe", SecurityHeaders.PagePolicy, StringComparison.Ordinal);
        Assert.DoesNotContain("*", SecurityHeaders.PagePolicy, StringComparison.Ordinal);
        Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self';", SecurityHeaders.PagePolicy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", SecurityHeaders.PagePolicy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ApiScene.Base + "/borgerstatus")]
    [InlineData("/v1/hvad")]
    [InlineData("/openapi/v1.json")]
    public async Task Data_Any_IsNoPage(string address)
    {
        using var response = await _visitor.GetAsync(address, ("X-Api-Key", PortalServer.Key), ("Personnummer", _scene.Personnummer));

        Assert.Equal([SecurityHeaders.DataPolicy], response.Headers.GetValues("Content-Security-Policy"));
        AssertAlways(response);
    }

    [Fact]
    public async Task ApiAnswer_AboutACitizen_IsKeptNowhere() =>
        Assert.Equal("no-store", (await _scene.GetAsync("/borgerstatus")).Headers.CacheControl!.ToString());

    [Fact]
    public async Task DocsPage_HasAPolicyOfItsOwn()
    {
        using var response = await _visitor.GetAsync("/api/docs/");

        Assert.Contains("script-src 'nonce-", Assert.Single(response.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Equal("no-referrer", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
    }

    [Fact]
    public async Task StyleSheet_MayBeKept()
    {
        using var response = await _visitor.GetAsync("/tema.css");

        Assert.True(response.Headers.CacheControl!.Public);
        AssertAlways(response);
    }

    [Fact]
    public async Task Server_OnARealPort_DoesNotSayWhatItIs()
    {
        var (scene, address) = await ApiScene.ListenAsync();
        await using var _ = scene;
        using var client = new HttpClient { BaseAddress = address };

        using var response = await client.GetAsync(new Uri("/was", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.False(response.Headers.Contains("Server"));
        Assert.False(response.Headers.Contains("X-Powered-By"));
    }

    private static void AssertAlways(HttpResponseMessage response)
    {
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("DENY", Assert.Single(response.Headers.GetValues("X-Frame-Options")));
        Assert.Equal("same-origin", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
        Assert.Equal("same-origin", Assert.Single(response.Headers.GetValues("Cross-Origin-Opener-Policy")));
        Assert.Contains("camera=()", Assert.Single(response.Headers.GetValues("Permissions-Policy")), StringComparison.Ordinal);
        Assert.False(response.Headers.Contains("Strict-Transport-Security"));
    }
}
