using System.Text.RegularExpressions;
using Xunit;

namespace BorgerPortal.Tests.Api.Description;

public sealed partial class DocsPageTests(ApiScene scene) : IClassFixture<ApiScene>
{
    [Fact]
    public async Task DocsPage_AnyBrowser_GetsAPolicyThatNamesNoOtherHost()
    {
        using var client = scene.Server.CreateClient();

        using var page = await client.GetAsync("/api/docs/", TestContext.Current.CancellationToken);

        var policy = page.Headers.GetValues("Content-Security-Policy").Single();
        var html = await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.StartsWith("default-src 'none'; ", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("://", html, StringComparison.Ordinal);
        Assert.All(Script().Matches(html), script => Assert.Contains(Nonce().Match(policy).Groups["nonce"].Value, script.Value, StringComparison.Ordinal));
    }

    [Fact]
    public async Task DocsPage_SwitchedOff_IsNotThere()
    {
        await using var server = PortalServer.Create();
        using var client = server.WithWebHostBuilder(host => host.UseSetting("Api:Docs", "false")).CreateClient();

        using var page = await client.GetAsync("/api/docs/", TestContext.Current.CancellationToken);

        Assert.Equal(System.Net.HttpStatusCode.NotFound, page.StatusCode);
    }

    [GeneratedRegex("<script[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Script();

    [GeneratedRegex("'nonce-(?<nonce>[0-9A-F]+)'", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Nonce();
}
