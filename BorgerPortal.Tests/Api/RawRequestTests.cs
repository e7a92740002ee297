using Xunit;

namespace BorgerPortal.Tests.Api;

/// <summary>What no decent client sends, on a real port.</summary>
public abstract class RawRequestTests
{
    public sealed class OnSqlite : RawRequestTests;

    public sealed class OnPostgreSql : RawRequestTests;

    [Theory]
    [InlineData("Transfer-Encoding: chunked", "zz\r\nhvad\r\n0\r\n\r\n", 400)]
    [InlineData("Transfer-Encoding: chunked", "4\r\nhvadhvad\r\n0\r\n\r\n", 400)]
    [InlineData("Transfer-Encoding: gzip", "", 400)]
    [InlineData("Content-Length: x", "", 400)]
    [InlineData("Content-Length: -1", "", 400)]
    [InlineData("Content-Length: 2\r\nContent-Length: 3", "{}", 400)]
    [InlineData("Content-Length: 99999999999", "", 413)]
    [InlineData("a broken header", "", 400)]
    [InlineData("X-B\u00f8: 1", "", 400)]
    [InlineData("Content-Length: 2", "{}", 400)]
    public async Task Booking_BrokenRequest_IsRefused(string header, string body, int status)
    {
        var (scene, address) = await ApiScene.ListenAsync();
        await using var disposal = scene;

        var answer = await RawCall.SendAsync(address, RequestOf(scene, header, body));

        Assert.StartsWith($"HTTP/1.1 {status} ", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", answer, StringComparison.Ordinal);
        Assert.Equal(0, await scene.CountBookingsAsync());
    }

    [Fact]
    public async Task Booking_OverlongHead_IsRefused()
    {
        var (scene, address) = await ApiScene.ListenAsync();
        await using var disposal = scene;

        Assert.StartsWith(
            "HTTP/1.1 431 ", await RawCall.SendAsync(address, RequestOf(scene, $"X-Long: {new string('x', 40_000)}", "")), StringComparison.Ordinal);
        Assert.StartsWith(
            "HTTP/1.1 414 ", await RawCall.SendAsync(address, $"GET /v1/{new string('x', 10_000)} HTTP/1.1\r\nHost: x\r\n\r\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Booking_RepeatedOrEmptyHeaders_AreRefused()
    {
        var (scene, address) = await ApiScene.ListenAsync();
        await using var disposal = scene;

        var twoIds = await RawCall.SendAsync(address, RequestOf(scene, "x-requestId: 1\r\nx-requestId: 1", scene.BookingBody, json: true));
        var emptyId = await RawCall.SendAsync(address, RequestOf(scene, "Idempotency-Key:", scene.BookingBody, json: true));
        var twoNumbers = await RawCall.SendAsync(
            address, RequestOf(scene, $"x-civilregistrationIdentifier: {scene.Personnummer}", scene.BookingBody, json: true));
        var twoKeys = await RawCall.SendAsync(address, RequestOf(scene, $"X-Api-Key: {PortalServer.Key}", scene.BookingBody, json: true));

        Assert.Contains("\"felt\":\"x-requestId\"", twoIds, StringComparison.Ordinal);
        Assert.Contains("\"felt\":\"Idempotency-Key\"", emptyId, StringComparison.Ordinal);
        Assert.Contains("\"felt\":\"personnummer\"", twoNumbers, StringComparison.Ordinal);
        Assert.DoesNotContain(scene.Personnummer, twoNumbers, StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 401 ", twoKeys, StringComparison.Ordinal);
        Assert.Equal(0, await scene.CountBookingsAsync());
    }

    private static string RequestOf(ApiScene scene, string header, string body, bool json = false) =>
        $"POST {scene.BookingPath} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX-Api-Key: {PortalServer.Key}\r\n"
        + $"x-civilregistrationIdentifier: {scene.Personnummer}\r\nContent-Type: application/json\r\n"
        + (json ? $"Content-Length: {body.Length}\r\n" : "")
        + $"{header}\r\n\r\n{body}";
}
