using BorgerPortal.Tests.Journeys.LogIn;
using BorgerPortal.Tests.Support.Databases;
using Xunit;

namespace BorgerPortal.Tests.Api;

/// <summary>The database server goes away and comes back while the portal runs.</summary>
public abstract class OutageTests
{
    private static readonly (string, string?) RequestId = ("x-requestId", "request-1");

    public sealed class OnPostgreSql : OutageTests;

    [Fact]
    public async Task Calls_ServerIsAwayAndComesBack_Answer503MeanwhileAndThenWorkAgain()
    {
        using var server = PostgreSqlServer.Start(isDurable: false);
        await using var scene = await ApiScene.SetAsync(database: new PostgreSqlTestDatabase(server));
        Assert.Equal(200, (await scene.GetAsync("/moedetilbud")).Status);

        server.Stop();
        foreach (var answer in new[]
        {
            await scene.GetAsync("/moedetilbud"),
            await scene.GetAsync("/indkaldelser"),
            await scene.BookAsync(null, RequestId),
            await scene.BookAsync(null, RequestId),
        })
        {
            answer.AssertPlainProblem(503);
            Assert.NotNull(answer.Headers.RetryAfter?.Delta);
            Assert.DoesNotContain("Npgsql", answer.Body, StringComparison.Ordinal);
        }

        // What was refused was not written: the same request is carried out now, and once.
        server.StartAgain();
        Assert.Equal(0, await scene.CountBookingsAsync());
        var booked = await scene.BookAsync(null, RequestId);
        Assert.Equal(201, booked.Status);
        Assert.Equal(booked.Body, (await scene.BookAsync(null, RequestId)).Body);
        Assert.Equal(1, await scene.CountBookingsAsync());
        Assert.Equal(200, (await scene.GetAsync("/moedetilbud")).Status);
    }

    [Theory]
    [InlineData("/min-side")]
    [InlineData("/book")]
    [InlineData("/log-ind")]
    public async Task Pages_ServerIsAwayAndComesBack_SaySoMeanwhileAndThenWorkAgain(string address)
    {
        using var server = PostgreSqlServer.Start(isDurable: false);
        await using var scene = await ApiScene.SetAsync(database: new PostgreSqlTestDatabase(server));
        using var nobody = new Visitor(scene.Server);
        using var citizen = new Visitor(scene.Server);
        await citizen.LogInAsync(scene.Personnummer);
        var before = await citizen.GetAsync(address);

        server.Stop();
        await AssertSaysSoAsync(await citizen.GetAsync(address));
        await AssertSaysSoAsync(await nobody.GetAsync("/log-ind"));

        server.StartAgain();
        Assert.Equal(before.StatusCode, (await citizen.GetAsync(address)).StatusCode);
        Assert.Equal(200, (int)(await nobody.GetAsync("/log-ind")).StatusCode);
    }

    private static async Task AssertSaysSoAsync(HttpResponseMessage answer)
    {
        var page = await Visitor.TextOf(answer);
        Assert.Equal(503, (int)answer.StatusCode);
        Assert.Contains("<h1>Noget gik galt</h1>", page, StringComparison.Ordinal);
        Assert.Matches(@"Reference:\s*<span[^>]*>[0-9A-Za-z:]{8,}</span>", page);
        Assert.DoesNotContain("Npgsql", page, StringComparison.Ordinal);
    }
}
