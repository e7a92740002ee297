using Xunit;

namespace BorgerPortal.Tests.Api;

public abstract class QueryTests(ApiScene scene) : IClassFixture<ApiScene>
{
    public sealed class OnSqlite(ApiScene scene) : QueryTests(scene);

    public sealed class OnPostgreSql(ApiScene scene) : QueryTests(scene);

    private const string From = "startMoedetidsinterval";
    private const string To = "slutMoedetidsinterval";
    private const string Week = $"{From}=2027-03-08T00:00&{To}=2027-03-15T00:00";

    [Theory]
    [InlineData($"{Week}&ukendt=1&ukendt=2")]
    [InlineData($"{Week}&samtaleformType=1")]
    [InlineData("STARTmoedetidsinterval=2027-03-08T00:00Z&slutmoedetidsinterval=2027-03-15T00:00Z")]
    [InlineData($"{From}=2027-03-08T00:00:00%2B01:00&{To}=2027-03-15T00:00:00%2B01:00")]
    [InlineData($"{From}=2027-03-08T00:00:00+01:00&{To}=2027-03-15T00:00:00%20" + "01:00")]
    public async Task GetMoedetider_ReadableQuery_IsAnswered(string query) => Assert.Equal(200, (await AskAsync(query)).Status);

    [Theory]
    [InlineData("", From, To)]
    [InlineData($"{From}=&{To}=", From, To)]
    [InlineData($"{From}=2027-03-08&{To}=2027-03-15T00:00", From)]
    [InlineData($"{From}=2027-03-08+00:00&{To}=2027-03-15T00:00", From)]
    [InlineData($"{From}=2027-03-08T00:00&{To}=2027-13-15T00:00", To)]
    [InlineData($"{From}=2027-03-08T00:00&{To}=%ff%fe", To)]
    [InlineData($"{Week}&{From}=2027-03-08T00:00", From)]
    [InlineData($"{Week}&samtaleformType=1&samtaleformType=1", "samtaleformType")]
    [InlineData($"{Week}&samtaleformType=", "samtaleformType")]
    [InlineData($"{Week}&samtaleformType=1.0", "samtaleformType")]
    [InlineData($"{Week}&samtaleformType=99999999999", "samtaleformType")]
    [InlineData($"{Week}&samtaleformType=-1", "samtaleformType")]
    [InlineData($"{Week}&samtaleformType=8", "samtaleformType")]
    [InlineData($"{Week}&eksterntId=", "eksterntId")]
    [InlineData($"{Week}&eksterntId=a&eksterntId=b", "eksterntId")]
    [InlineData($"{From}=2027-03-15T00:00&{To}=2027-03-08T00:00", To)]
    [InlineData($"{From}=2027-03-28T02:30&{To}=2027-10-31T02:30", From, To)]
    public async Task GetMoedetider_BrokenQuery_IsA1014(string query, params string[] fields) => (await AskAsync(query)).AssertInvalid(fields);

    [Theory]
    [InlineData("x")]
    [InlineData("5b1f6f0a000040008000000000000001")]
    [InlineData("%7B5b1f6f0a-0000-4000-8000-000000000001%7D")]
    [InlineData("5b1f6f0a-0000-4000-8000-000000000001%0A")]
    public async Task GetMoedetider_IdThatIsNone_IsA1014(string id)
    {
        (await scene.GetAsync($"/moedetilbud/{id}/moedetider?{Week}")).AssertInvalid("moedetilbudId");
        (await scene.GetAsync($"/indkaldelser/{id}")).AssertInvalid("indkaldelseId");
    }

    [Fact]
    public async Task GetMoedetider_EverythingBroken_NamesEveryField() =>
        (await scene.GetAsync(
            $"/moedetilbud/x/moedetider?{From}=x&{To}=x&samtaleformType=x&eksterntId=",
            ("x-civilregistrationIdentifier", null)))
            .AssertInvalid("personnummer", "moedetilbudId", From, To, "samtaleformType", "eksterntId");

    private Task<Answer> AskAsync(string query) => scene.GetAsync($"/moedetilbud/{scene.Option.Id}/moedetider?{query}");
}
