using System.Net.Http.Headers;
using System.Text;
using CsCheck;
using Xunit;

namespace BorgerPortal.Tests.Api;

public abstract class BodyTests(ApiScene scene) : IClassFixture<ApiScene>
{
    public sealed class OnSqlite(ApiScene scene) : BodyTests(scene);

    public sealed class OnPostgreSql(ApiScene scene) : BodyTests(scene);

    private const string Start = "moedeStarttidspunkt";
    private const string Contact = "samtaleformType";
    private const string Caseworker = "sagsbehandlerEksterntId";
    private const string Sound = "\"moedeStarttidspunkt\":\"2027-03-08T09:00\",\"samtaleformType\":1";

    [Theory]
    [InlineData("", "body", Start, Contact)]
    [InlineData("   ", "body", Start, Contact)]
    [InlineData("null", "body", Start, Contact)]
    [InlineData("[]", "body", Start, Contact)]
    [InlineData("7", "body", Start, Contact)]
    [InlineData("\"text\"", "body", Start, Contact)]
    [InlineData("{", "body", Start, Contact)]
    [InlineData("{" + Sound, "body", Start, Contact)]
    [InlineData("{" + Sound + ",}", "body", Start, Contact)]
    [InlineData("{" + Sound + "}{}", "body", Start, Contact)]
    [InlineData("{" + Sound + "} x", "body", Start, Contact)]
    [InlineData("{/* hvad */" + Sound + "}", "body", Start, Contact)]
    [InlineData("{" + Sound + "} // hvad", "body", Start, Contact)]
    [InlineData("{'samtaleformType':1}", "body", Start, Contact)]
    [InlineData("{" + Sound + ",\"a\":[[[[[[[[[1]]]]]]]]]}", "body", Start, Contact)]
    [InlineData("{" + Sound + ",\"\\ud800\":1}", "body", Start, Contact)]
    [InlineData("\ufeff{" + Sound + "}", "body", Start, Contact)]
    [InlineData("{}", Start, Contact)]
    [InlineData("{\"moedeStarttidspunkt\":null,\"samtaleformType\":null}", Start, Contact)]
    [InlineData("{" + Sound + ",\"samtaleformType\":1}", Contact)]
    [InlineData("{" + Sound + ",\"samtaleformtype\":1}", "samtaleformtype")]
    [InlineData("{" + Sound + ",\"hvad\":1,\"0101505321\":2}", "hvad", "body")]
    [InlineData("{\"moedeStarttidspunkt\":\"2027-03-08T09:00\",\"samtaleformType\":\"1\"}", Contact)]
    [InlineData("{\"moedeStarttidspunkt\":\"2027-03-08T09:00\",\"samtaleformType\":1.0}", Contact)]
    [InlineData("{\"moedeStarttidspunkt\":\"2027-03-08T09:00\",\"samtaleformType\":1e0}", Contact)]
    [InlineData("{\"moedeStarttidspunkt\":\"2027-03-08T09:00\",\"samtaleformType\":99999999999}", Contact)]
    [InlineData("{\"moedeStarttidspunkt\":\"2027-03-08T09:00\",\"samtaleformType\":[1]}", Contact)]
    [InlineData("{\"moedeStarttidspunkt\":1803891600,\"samtaleformType\":1}", Start)]
    [InlineData("{\"moedeStarttidspunkt\":\"2027-03-08 09:00\",\"samtaleformType\":1}", Start)]
    [InlineData("{\"moedeStarttidspunkt\":\"2027-03-28T02:30\",\"samtaleformType\":1}", Start)]
    [InlineData("{\"moedeStarttidspunkt\":\"2027-10-31T02:30\",\"samtaleformType\":1}", Start)]
    [InlineData("{\"moedeStarttidspunkt\":\"\\ud800\",\"samtaleformType\":1}", Start)]
    [InlineData("{" + Sound + ",\"sagsbehandlerEksterntId\":\"\"}", Caseworker)]
    [InlineData("{" + Sound + ",\"sagsbehandlerEksterntId\":7}", Caseworker)]
    [InlineData("{" + Sound + ",\"sagsbehandlerEksterntId\":{}}", Caseworker)]
    public async Task CreateBooking_BrokenBody_IsA1014(string body, params string[] fields) =>
        (await scene.BookAsync(body)).AssertInvalid(fields);

    [Fact]
    public async Task CreateBooking_NoBodyAtAll_IsA1014() =>
        (await scene.CallAsync(HttpMethod.Post, scene.BookingPath)).AssertInvalid("body", Start, Contact);

    [Fact]
    public async Task CreateBooking_NotUtf8_IsA1014() =>
        (await SendAsync(Encoding.Latin1.GetBytes("{" + Sound + ",\"sagsbehandlerEksterntId\":\"Bj\u00f8rn\"}"))).AssertInvalid("body", Start, Contact);

    [Fact]
    public async Task CreateBooking_ManyUnknownMembers_NamesSomeOfThem()
    {
        var members = string.Join(',', Enumerable.Range(0, 676).Select(n => $"\"{(char)('a' + (n / 26))}{(char)('a' + (n % 26))}\":0"));

        Assert.Equal(20, (await scene.BookAsync($"{{{Sound},{members}}}")).Fields.Count());
    }

    [Fact]
    public async Task CreateBooking_AnyBytes_AreRefusedWithoutRepeatingThem() =>
        await Gen.Byte.Array[0, 200].SampleAsync(bytes => AssertRefusedAsync(bytes), iter: 200, threads: 1);

    [Fact]
    public async Task CreateBooking_AnyJsonWithThePersonnummerInIt_IsRefusedWithoutRepeatingIt()
    {
        var name = Gen.OneOf(Start, Contact, Caseworker, "personnummer", scene.Personnummer, "");

        // A time that nobody offers: chance must not put a sound booking together.
        var scalar = Gen.OneOf(
            Gen.OneOf("null", "true", "-0", "1e400", "\"\"", "\"\\ud800\"", "\"2027-03-09T09:00\"", scene.Personnummer, $"\"{scene.Personnummer}\""),
            Gen.Int.Select(number => number.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            Gen.String.AlphaNumeric.Select(text => $"\"{text}\""));
        var value = Gen.OneOf(scalar, scalar.Select(inner => $"[{inner}]"), scalar.Select(inner => $"{{\"{scene.Personnummer}\":{inner}}}"));
        var json = Gen.Select(name, value).Array[0, 5].Select(members => $"{{{string.Join(',', members.Select(m => $"\"{m.Item1}\":{m.Item2}"))}}}");

        await json.SampleAsync(text => AssertRefusedAsync(Encoding.UTF8.GetBytes(text)), iter: 300, threads: 1);
    }

    private async Task AssertRefusedAsync(byte[] body)
    {
        var answer = await SendAsync(body);

        Assert.InRange(answer.Status, 400, 499);
        Assert.DoesNotContain(scene.Personnummer, answer.Body, StringComparison.Ordinal);
        Assert.Equal("application/problem+json", answer.ContentHeaders.ContentType!.MediaType);
    }

    private async Task<Answer> SendAsync(byte[] body)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return await scene.CallAsync(HttpMethod.Post, scene.BookingPath, content);
    }
}
