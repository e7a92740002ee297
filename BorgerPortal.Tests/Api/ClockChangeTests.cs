using BorgerPortal.Domain.Time;
using Xunit;

namespace BorgerPortal.Tests.Api;

/// <summary>The hour that exists twice, and the one that does not, over HTTP.</summary>
public sealed class ClockChangeTests
{
    private const string First = "2027-10-31T02:30:00+02:00";
    private const string Second = "2027-10-31T02:30:00+01:00";

    [Fact]
    public async Task CreateBooking_HalfPastTwoTwice_AreTwoTimesThatTheirOffsetsTellApart()
    {
        await using var scene = await ApiScene.SetAsync();
        foreach (var start in new[] { First, Second })
        {
            await scene.Server.World.AddTimeslotAsync(scene.Option, DanishTime.Parse(start)!.Value, [scene.Worker]);
        }

        Assert.Equal([First, Second], await TimesAsync(scene));
        (await BookAsync(scene, "2027-10-31T02:30:00")).AssertInvalid("moedeStarttidspunkt");
        Assert.Equal(201, (await BookAsync(scene, Second)).Status);
        Assert.Equal([First], await TimesAsync(scene));
        Assert.Equal([4819], (await BookAsync(scene, Second)).Codes);
        Assert.Equal(201, (await BookAsync(scene, First)).Status);

        var bookings = (await scene.GetAsync("/indkaldelser")).Json["indkaldelser"]!.AsArray();
        Assert.Equal([First, Second], bookings.Select(booking => booking!["starttidspunkt"]!.GetValue<string>()));
        Assert.Equal(
            ["2027-10-31T03:15:00+01:00"],
            bookings.Skip(1).Select(booking => booking!["sluttidspunkt"]!.GetValue<string>()));
        Assert.Equal("2027-10-31T02:15:00+01:00", bookings[0]!["sluttidspunkt"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("2027-03-28T02:00:00")]
    [InlineData("2027-03-28T02:59:59")]
    [InlineData("2027-10-31T02:00:00")]
    [InlineData("2027-10-31T02:59:59")]
    public async Task AnyCall_LocalTimeThatIsNoneOrTwo_IsA1014(string local)
    {
        await using var scene = await ApiScene.SetAsync();

        (await BookAsync(scene, local)).AssertInvalid("moedeStarttidspunkt");
        (await scene.GetAsync($"/moedetilbud/{scene.Option.Id}/moedetider?startMoedetidsinterval={local}&slutMoedetidsinterval=2027-11-01T00:00"))
            .AssertInvalid("startMoedetidsinterval");
        (await scene.GetAsync($"/moedetilbud/{scene.Option.Id}/moedetider?startMoedetidsinterval=2027-03-01T00:00&slutMoedetidsinterval={local}"))
            .AssertInvalid("slutMoedetidsinterval");
    }

    [Theory]
    [InlineData("2027-03-28T01:59:59")]
    [InlineData("2027-03-28T03:00:00")]
    [InlineData("2027-10-31T01:59:59")]
    [InlineData("2027-10-31T03:00:00")]
    public async Task AnyCall_LocalTimeBesideTheChange_IsRead(string local)
    {
        await using var scene = await ApiScene.SetAsync();

        Assert.Equal([4819], (await BookAsync(scene, local)).Codes);
    }

    private static async Task<IEnumerable<string>> TimesAsync(ApiScene scene) => (await scene.GetAsync(
        $"/moedetilbud/{scene.Option.Id}/moedetider?startMoedetidsinterval=2027-10-31T00:00&slutMoedetidsinterval=2027-11-01T00:00"))
        .Json["moedetider"]!.AsArray().Select(timeslot => timeslot!["starttidspunkt"]!.GetValue<string>());

    private static Task<Answer> BookAsync(ApiScene scene, string start) =>
        scene.BookAsync($$"""{"moedeStarttidspunkt":"{{start}}","samtaleformType":1}""");
}
