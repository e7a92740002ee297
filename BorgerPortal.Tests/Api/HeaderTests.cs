using BorgerPortal.Tests.Support;
using Xunit;

namespace BorgerPortal.Tests.Api;

public abstract class HeaderTests(ApiScene scene) : IClassFixture<ApiScene>
{
    public sealed class OnSqlite(ApiScene scene) : HeaderTests(scene);

    public sealed class OnPostgreSql(ApiScene scene) : HeaderTests(scene);

    private const string Official = "x-civilregistrationIdentifier";

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("jobnets-own-keY")]
    [InlineData("sha256:0000")]
    public async Task AnyCall_WithoutAKnownKey_Answers401(string? key)
    {
        var answer = await scene.GetAsync("/borgerstatus", ("X-Api-Key", key));

        answer.AssertPlainProblem(401);
        Assert.Equal("ApiKey", answer.Headers.WwwAuthenticate.ToString());
    }

    [Fact]
    public async Task UnknownAddress_WithoutAKey_Answers401() =>
        (await scene.GetAsync("/hvad", ("X-Api-Key", null))).AssertPlainProblem(401);

    [Fact]
    public async Task GetBorgerstatus_EitherNameOrBothAlike_FindsTheCitizen()
    {
        var hyphened = scene.Personnummer.Insert(6, "-");

        Assert.Equal(200, (await scene.GetAsync("/borgerstatus", (Official, hyphened))).Status);
        Assert.Equal(200, (await scene.GetAsync("/borgerstatus", (Official, null), ("Personnummer", scene.Personnummer))).Status);
        Assert.Equal(200, (await scene.GetAsync("/borgerstatus", ("Personnummer", hyphened))).Status);
    }

    [Fact]
    public async Task GetBorgerstatus_NoSoundPersonnummer_IsA1014()
    {
        (await scene.GetAsync("/borgerstatus", (Official, null))).AssertInvalid("personnummer");
        (await scene.GetAsync("/borgerstatus", (Official, ""))).AssertInvalid("personnummer");
        (await scene.GetAsync("/borgerstatus", (Official, "3113505321"))).AssertInvalid("personnummer");
        (await scene.GetAsync("/borgerstatus", ("Personnummer", World.PersonnummerOf(300)))).AssertInvalid("personnummer");
    }

    [Fact]
    public async Task GetBorgerstatus_UnknownPersonnummer_IsA1010()
    {
        var answer = await scene.GetAsync("/borgerstatus", (Official, World.PersonnummerOf(300)));

        Assert.Equal(404, answer.Status);
        Assert.Equal([1010], answer.Codes);
        Assert.StartsWith("Ukendt personnummer", answer.Json["detail"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "Ukendt")]
    [InlineData("da", "Ukendt")]
    [InlineData("de, *;q=0.1", "Ukendt")]
    [InlineData("en", "Unknown")]
    [InlineData("EN-gb", "Unknown")]
    [InlineData("da;q=0.3, en;q=0.8", "Unknown")]
    [InlineData("en;q=0, da;q=0.1", "Ukendt")]
    [InlineData("de, en;q=0.5, da;q=0.4", "Unknown")]
    [InlineData("english", "Ukendt")]
    [InlineData(";;;=", "Ukendt")]
    public async Task Problem_AcceptLanguage_DecidesTheLanguageOfItsDetail(string? language, string word)
    {
        var answer = await scene.GetAsync("/borgerstatus", (Official, World.PersonnummerOf(300)), ("Accept-Language", language));

        Assert.StartsWith(word, answer.Json["detail"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal("Ukendt personnummer", answer.Json["title"]!.GetValue<string>());
    }

    [Fact]
    public async Task PlainProblem_AcceptLanguage_DecidesTheLanguageOfItsDetail()
    {
        Assert.StartsWith("Nøglen", (await scene.GetAsync("/borgerstatus", ("X-Api-Key", null))).Json["detail"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.StartsWith(
            "The key",
            (await scene.GetAsync("/borgerstatus", ("X-Api-Key", null), ("Accept-Language", "en"))).Json["detail"]!.GetValue<string>(),
            StringComparison.Ordinal);
    }
}
