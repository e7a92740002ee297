using BorgerPortal.Tests.Support.Databases;
using Xunit;

namespace BorgerPortal.Tests.Api;

/// <summary>The database server goes away and comes back while the portal runs.</summary>
public abstract class OutageTests
{
    public sealed class OnPostgreSql : OutageTests;

    [Fact]
    public async Task Calls_ServerIsAwayAndComesBack_Answer503MeanwhileAndThenWorkAgain()
    {
        using var server = PostgreSqlServer.Start(isDurable: false);
        await using var scene = await ApiScene.SetAsync(database: new PostgreSqlTestDatabase(server));
        using var browser = scene.Server.CreateClient();
        Assert.Equal(200, (await scene.GetAsync("/moedetilbud")).Status);

        server.Stop();
        foreach (var answer in new[] { await scene.GetAsync("/moedetilbud"), await scene.GetAsync("/indkaldelser"), await scene.BookAsync() })
        {
            Assert.Equal(503, answer.Status);
            Assert.Equal("application/problem+json", answer.ContentHeaders.ContentType?.MediaType);
            Assert.NotNull(answer.Headers.RetryAfter);
            Assert.DoesNotContain("Npgsql", answer.Body, StringComparison.Ordinal);
        }

        using (var page = await browser.GetAsync(new Uri("/log-ind", UriKind.Relative), TestContext.Current.CancellationToken))
        {
            Assert.Equal(503, (int)page.StatusCode);
            Assert.DoesNotContain("Npgsql", await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }

        server.StartAgain();
        Assert.Equal(201, (await scene.BookAsync()).Status);
        Assert.Equal(200, (await scene.GetAsync("/moedetilbud")).Status);
        using var again = await browser.GetAsync(new Uri("/log-ind", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(200, (int)again.StatusCode);
    }
}
