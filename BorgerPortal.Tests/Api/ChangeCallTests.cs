using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.ExternalBooking.Protocol;
using BorgerPortal.Domain.Time;
using BorgerPortal.Tests.Support;
using BorgerPortal.Tests.Support.Remote;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace BorgerPortal.Tests.Api;

/// <summary>Moving, cancelling and accepting, as a client calls them.</summary>
public abstract class ChangeCallTests
{
    public sealed class OnSqlite : ChangeCallTests;

    public sealed class OnPostgreSql : ChangeCallTests;

    private static readonly DateTimeOffset Later = World.Danish(2027, 3, 9, 9);

    [Fact]
    public async Task RescheduleBooking_FreeTime_Answers204AndTheBookingHasMoved()
    {
        await using var scene = await BookedAsync();

        var answer = await MoveAsync(scene, $$"""{"moedeStarttidspunkt":"{{Later.ToWire()}}","samtaleformType":2,"sagsbehandlerEksterntId":"RID-1"}""");

        Assert.Equal((204, ""), (answer.Status, answer.Body));
        var booking = await scene.ReadBookingAsync();
        Assert.Equal((Later, 2), (booking.Details.Start, booking.Details.ContactType));
    }

    [Fact]
    public async Task RescheduleBooking_NotPossible_SaysWhyInTheLanguageAskedFor()
    {
        await using var scene = await BookedAsync();
        await ChangeAsync(scene, booking => booking.Details = booking.Details with { RebookingPossible = false });

        var answer = await MoveAsync(scene);

        answer.AssertInvalid("indkaldelseId");
        Assert.Equal("Mødet kan ikke flyttes. Kan du ikke komme, så kontakt dit jobcenter.", answer.Json["detail"]!.GetValue<string>());
        var english = await MoveAsync(scene, headers: ("Accept-Language", "en"));
        Assert.StartsWith("The meeting cannot be moved.", english.Json["detail"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}", "moedeStarttidspunkt")]
    [InlineData("""{"moedeStarttidspunkt":"2027-03-09T09:00","samtaleformType":"1"}""", "samtaleformType")]
    [InlineData("""{"moedeStarttidspunkt":"2027-03-09T09:00","moedetilbudId":"x"}""", "moedetilbudId")]
    [InlineData("{", "body", "moedeStarttidspunkt")]
    public async Task RescheduleBooking_BrokenBody_IsA1014(string body, params string[] fields)
    {
        await using var scene = await BookedAsync();
        (await MoveAsync(scene, body)).AssertInvalid(fields);
    }

    [Fact]
    public async Task CancelBooking_OwnBooking_Answers204AndThenIsUnknown()
    {
        await using var scene = await BookedAsync();
        var path = await PathAsync(scene);

        var answer = await scene.CallAsync(HttpMethod.Delete, path);

        Assert.Equal((204, ""), (answer.Status, answer.Body));
        Assert.Equal("aflyst", (await scene.CallAsync(HttpMethod.Get, path)).Json["tilstand"]!.GetValue<string>());
        Assert.Equal([4768], (await scene.CallAsync(HttpMethod.Delete, path)).Codes);
    }

    [Fact]
    public async Task CancelBooking_RepeatedUnderItsRequestId_Answers204AgainAndOtherwise422()
    {
        await using var scene = await BookedAsync();
        var path = await PathAsync(scene);
        (string, string?) id = ("x-requestId", "1");

        Assert.Equal(204, (await scene.CallAsync(HttpMethod.Delete, path, null, id)).Status);
        Assert.Equal(204, (await scene.CallAsync(HttpMethod.Delete, path, null, id)).Status);
        (await scene.CallAsync(HttpMethod.Delete, path[..^1] + (path[^1] == '0' ? '1' : '0'), null, id)).AssertPlainProblem(422);
    }

    [Fact]
    public async Task AcceptBooking_ASummons_Answers204TimeAndAgain()
    {
        await using var scene = await BookedAsync();
        await ChangeAsync(scene, booking => (booking.SelfBooked, booking.CitizenShouldAccept, booking.Accepted) = (false, true, false));
        var path = await PathAsync(scene);

        Assert.Equal(204, (await scene.CallAsync(HttpMethod.Put, path + "/accept")).Status);
        Assert.True((await scene.CallAsync(HttpMethod.Get, path)).Json["accepteret"]!.GetValue<bool>());
        Assert.Equal(204, (await scene.CallAsync(HttpMethod.Put, path + "/accept")).Status);
    }

    [Fact]
    public async Task Changes_OfAnothersBooking_Answer403()
    {
        await using var scene = await BookedAsync();
        var other = scene.Server.PersonnummerOf(await scene.Server.World.AddCitizenAsync());
        var path = await PathAsync(scene);
        (string, string?) asOther = ("x-civilregistrationIdentifier", other);

        foreach (var answer in new[]
        {
            await scene.CallAsync(HttpMethod.Delete, path, null, asOther),
            await scene.CallAsync(HttpMethod.Put, path + "/accept", null, asOther),
            await MoveAsync(scene, headers: asOther),
        })
        {
            Assert.Equal(403, answer.Status);
            Assert.Equal([8107], answer.Codes);
        }
    }

    [Fact]
    public async Task RescheduleBooking_OutcomeUnknown_Is202UntilItIsSettled()
    {
        await using var scene = await ApiScene.SetAsync(RemoteScene.Replace);
        var planner = scene.Server.Services.GetRequiredService<ReservingPlanner>();
        var now = scene.Server.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        planner.Timeslots.Add(SoundAnswers.Timeslot(now.AddDays(8)));
        await scene.CallAsync(
            HttpMethod.Post,
            $"{ApiScene.Base}/moedetilbud/{SoundAnswers.OptionId}/booking",
            ApiScene.Json($$"""{"moedeStarttidspunkt":"{{now.AddDays(7).ToWire()}}","samtaleformType":1}"""));
        planner.Fail("RebookAsync", PlannerFault.AnswerLost);
        var body = $$"""{"moedeStarttidspunkt":"{{now.AddDays(8).ToWire()}}"}""";
        (string, string?) id = ("x-requestId", "1");

        var first = await MoveAsync(scene, body, id);

        var path = await PathAsync(scene);
        Assert.Equal((202, path), (first.Status, first.Headers.Location!.ToString()));
        Assert.Equal(("afventer", now.ToWire()), (first.Json["tilstand"]!.GetValue<string>(), first.Json["tidspunkt"]!.GetValue<string>()));
        var pending = (await scene.CallAsync(HttpMethod.Get, path)).Json;
        Assert.Equal(("afventer", now.AddDays(7).ToWire()), (pending["tilstand"]!.GetValue<string>(), pending["starttidspunkt"]!.GetValue<string>()));
        Assert.Equal((202, first.Body), ((await MoveAsync(scene, body, id)).Status, (await MoveAsync(scene, body, id)).Body));

        while (await scene.Server.Services.GetRequiredService<Reconciler>().SettleAsync(TestContext.Current.CancellationToken) > 0)
        {
        }

        Assert.Equal(204, (await MoveAsync(scene, body, id)).Status);
        Assert.Equal(now.AddDays(8).ToWire(), (await scene.CallAsync(HttpMethod.Get, path)).Json["starttidspunkt"]!.GetValue<string>());
    }

    private static async Task<ApiScene> BookedAsync()
    {
        var scene = await ApiScene.SetAsync();
        await scene.Server.World.AddTimeslotAsync(scene.Option, Later, [scene.Worker]);
        await scene.BookAsync();
        return scene;
    }

    private static async Task<string> PathAsync(ApiScene scene) => $"{ApiScene.Base}/indkaldelser/{(await scene.ReadBookingAsync()).Id}";

    private static async Task<Answer> MoveAsync(ApiScene scene, string? body = null, params (string Name, string? Value)[] headers) =>
        await scene.CallAsync(
            HttpMethod.Post,
            await PathAsync(scene) + "/ombooking",
            ApiScene.Json(body ?? $$"""{"moedeStarttidspunkt":"{{Later.ToWire()}}"}"""),
            headers);

    private static Task<int> ChangeAsync(ApiScene scene, Action<Booking> change) =>
        scene.Server.Services.SaveAsync(context => change(context.Bookings.Single()));
}
