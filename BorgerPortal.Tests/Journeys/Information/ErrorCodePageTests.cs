using System.Net;
using BorgerPortal.Domain;
using BorgerPortal.Tests.Api;
using BorgerPortal.Web.Journeys;
using BorgerPortal.Web.Resources;
using Xunit;

namespace BorgerPortal.Tests.Journeys.Information;

public sealed class ErrorCodePageTests(ApiScene scene) : IClassFixture<ApiScene>
{
    [Theory]
    [InlineData("da", "da-DK")]
    [InlineData("en", "en-GB")]
    public async Task ErrorCodePage_EveryCode_TellsWhatItMeansAndWhatToDo(string language, string culture)
    {
        var reader = System.Globalization.CultureInfo.GetCultureInfo(language);
        foreach (var code in Errors.ByNumber.Values)
        {
            var (status, html) = await ReadAsync(Urls.ErrorCode(code), culture);

            Assert.Equal(HttpStatusCode.OK, status);
            Assert.Contains($"lang=\"{language}\"", html, StringComparison.Ordinal);
            Assert.All([code.Text, ErrorTexts.What(code, reader), ErrorTexts.Do(code, reader)], text => Assert.Contains(text, html, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("/fejl/1")]
    [InlineData("/fejl/0101505321")]
    [InlineData("/fejl/hvad")]
    public async Task ErrorCodePage_NoSuchCode_Is404(string address)
    {
        var (status, html) = await ReadAsync(address, "da-DK");

        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Contains("Siden findes ikke", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ErrorCodePage_TypeOfAProblem_LeadsThere()
    {
        var problem = await scene.GetAsync("/indkaldelser/7c000000-0000-4000-8000-000000000001");

        var (status, html) = await ReadAsync(problem.Json["type"]!.GetValue<string>(), "da-DK");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("Fejl 4768", html, StringComparison.Ordinal);
    }

    private async Task<(HttpStatusCode Status, string Html)> ReadAsync(string address, string culture)
    {
        using var client = scene.Server.CreateClient();
        client.DefaultRequestHeaders.Add("Cookie", $".AspNetCore.Culture={Uri.EscapeDataString($"c={culture}|uic={culture}")}");
        using var page = await client.GetAsync(address, TestContext.Current.CancellationToken);
        return (page.StatusCode, WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
    }
}
