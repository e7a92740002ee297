using System.Text;
using BorgerPortal.Domain.Persistence;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace BorgerPortal.Tests.Api;

public abstract class ProtocolTests(ApiScene scene) : IClassFixture<ApiScene>
{
    public sealed class OnSqlite(ApiScene scene) : ProtocolTests(scene);

    public sealed class OnPostgreSql(ApiScene scene) : ProtocolTests(scene);

    [Theory]
    [InlineData("/v1")]
    [InlineData("/v1/")]
    [InlineData("/v1/JobnetCitizenStatus")]
    [InlineData("/v1/JobnetCitizenStatus/hvad")]
    [InlineData("/v1/JobnetCitizenStatus/moedetilbud/x/y/z")]
    [InlineData("/v1/JobnetCitizenStatus/indkaldelser//")]
    [InlineData("/v1/andet")]
    [InlineData("/api")]
    [InlineData("/api/")]
    [InlineData("/api/hvad")]
    [InlineData("/API/v1/JobnetCitizenStatus/borgerstatus")]
    public async Task UnknownAddress_ByAnyMethod_Answers404(string path)
    {
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Post, HttpMethod.Put, HttpMethod.Delete })
        {
            (await scene.CallAsync(method, path, method == HttpMethod.Post ? ApiScene.Json("{}") : null)).AssertPlainProblem(404);
        }
    }

    [Theory]
    [InlineData("POST", "/borgerstatus", "GET")]
    [InlineData("DELETE", "/moedetilbud", "GET")]
    [InlineData("TRACE", "/indkaldelser", "GET")]
    [InlineData("HVAD", "/indkaldelser", "GET")]
    [InlineData("GET", "/moedetilbud/5b1f6f0a-0000-4000-8000-000000000001/booking", "POST")]
    [InlineData("PUT", "/moedetilbud/5b1f6f0a-0000-4000-8000-000000000001/booking", "POST")]
    public async Task OtherMethod_Answers405WithTheOnesThatAreKnown(string method, string path, string allowed)
    {
        var answer = await scene.CallAsync(new HttpMethod(method), ApiScene.Base + path);

        answer.AssertPlainProblem(405);
        Assert.Contains(allowed, answer.ContentHeaders.Allow);
    }

    [Fact]
    public async Task Options_AnswersWithTheMethods()
    {
        var answer = await scene.CallAsync(HttpMethod.Options, ApiScene.Base + "/borgerstatus");

        Assert.Equal((204, ""), (answer.Status, answer.Body));
        Assert.Equal(["GET", "HEAD", "OPTIONS"], answer.ContentHeaders.Allow.Order());
    }

    [Fact]
    public async Task Head_AnswersAsGet()
    {
        var answer = await scene.CallAsync(HttpMethod.Head, ApiScene.Base + "/borgerstatus");

        Assert.Equal(200, answer.Status);
        Assert.Equal("application/json", answer.ContentHeaders.ContentType!.MediaType);
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("application/xml, text/*;q=0.5")]
    [InlineData("application/json;q=0")]
    [InlineData("hvad")]
    public async Task Accept_WithoutJson_Answers406AndDoesNothing(string accept)
    {
        (await scene.GetAsync("/borgerstatus", ("Accept", accept))).AssertPlainProblem(406);
        (await scene.BookAsync(null, ("Accept", accept))).AssertPlainProblem(406);
        Assert.Equal(0, await scene.CountBookingsAsync());
    }

    [Theory]
    [InlineData("*/*")]
    [InlineData("application/*")]
    [InlineData("text/html, application/json;version=1;q=0.1")]
    [InlineData("application/problem+json")]
    [InlineData("")]
    public async Task Accept_WithJson_IsServed(string accept) =>
        Assert.Equal(200, (await scene.GetAsync("/borgerstatus", ("Accept", accept))).Status);

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    [InlineData("application/json; charset=iso-8859-1")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("hvad")]
    [InlineData("")]
    public async Task Body_OfAnotherType_Answers415(string type)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(scene.BookingBody));
        content.Headers.TryAddWithoutValidation("Content-Type", type);

        (await scene.CallAsync(HttpMethod.Post, scene.BookingPath, content)).AssertPlainProblem(415);
    }

    [Fact]
    public async Task Body_WithoutATypeOrCompressed_Answers415()
    {
        using var untyped = new ByteArrayContent(Encoding.UTF8.GetBytes(scene.BookingBody));
        using var compressed = ApiScene.Json(scene.BookingBody);
        compressed.Headers.ContentEncoding.Add("gzip");

        (await scene.CallAsync(HttpMethod.Post, scene.BookingPath, untyped)).AssertPlainProblem(415);
        (await scene.CallAsync(HttpMethod.Post, scene.BookingPath, compressed)).AssertPlainProblem(415);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Body_TooLarge_Answers413(bool lengthTold)
    {
        using var content = ApiScene.Json(scene.BookingBody + new string(' ', 64 * 1024));
        using var stream = new StreamContent(new MemoryStream(await content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)));
        stream.Headers.ContentType = content.Headers.ContentType;
        stream.Headers.ContentLength = lengthTold ? stream.Headers.ContentLength : null;

        (await scene.CallAsync(HttpMethod.Post, scene.BookingPath, lengthTold ? content : stream)).AssertPlainProblem(413);
    }

    [Fact]
    public async Task DatabaseOut_Answers503WithoutATrace()
    {
        await using var broken = await ApiScene.SetAsync(WriterDouble.Replace);
        var writer = broken.Server.Services.GetRequiredService<WriterDouble>();
        writer.BeforeApply = () => Task.FromException(new BookingStoreUnavailableException());

        var answer = await broken.BookAsync(null, ("x-requestId", "1"));
        writer.BeforeApply = null;

        answer.AssertPlainProblem(503);
        Assert.NotNull(answer.Headers.RetryAfter);
        Assert.DoesNotContain("Exception", answer.Body, StringComparison.Ordinal);
        Assert.Equal(201, (await broken.BookAsync(null, ("x-requestId", "1"))).Status);
    }

    [Fact]
    public async Task Bug_Answers503WithoutATrace()
    {
        await using var broken = await ApiScene.SetAsync(WriterDouble.Replace);
        broken.Server.Services.GetRequiredService<WriterDouble>().BeforeApply = () => Task.FromException(new InvalidOperationException("a secret"));

        var answer = await broken.BookAsync();

        answer.AssertPlainProblem(503);
        Assert.DoesNotContain("secret", answer.Body, StringComparison.Ordinal);
    }
}
