using BorgerPortal.Domain.ExternalBooking.Protocol;
using BorgerPortal.Domain.Time;
using BorgerPortal.Tests.Support.Remote;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace BorgerPortal.Tests.Api;

/// <summary>A booking whose outcome is not known yet, as a client sees it.</summary>
public abstract class PendingAnswerTests
{
    public sealed class OnSqlite : PendingAnswerTests;

    public sealed class OnPostgreSql : PendingAnswerTests;

    private static readonly (string, string?) Id = ("x-requestId", "request-1");

    [Fact]
    public async Task CreateBooking_OutcomeUnknown_Is202WithReferenceAndTheTimeOfAskingUntilItIsSettled()
    {
        await using var scene = await ApiScene.SetAsync(RemoteScene.Replace);
        var planner = scene.Server.Services.GetRequiredService<ReservingPlanner>();
        planner.Fail("ConfirmAsync", PlannerFault.AnswerLost);
        var now = scene.Server.Services.GetRequiredService<TimeProvider>().GetUtcNow();

        var first = await BookAsync(scene, now.AddDays(7));

        Assert.Equal(202, first.Status);
        var reference = first.Json["reference"]!.GetValue<string>();
        Assert.Equal("afventer", first.Json["tilstand"]!.GetValue<string>());
        Assert.Equal(now.ToWire(), first.Json["tidspunkt"]!.GetValue<string>());
        Assert.Equal(3, first.Json.AsObject().Count);
        Assert.Equal($"{ApiScene.Base}/indkaldelser/{reference}", first.Headers.Location!.ToString());
        Assert.Equal("afventer", await StateAsync(scene, reference));

        var repeated = await BookAsync(scene, now.AddDays(7));
        Assert.Equal((202, first.Body), (repeated.Status, repeated.Body));

        while (await scene.Server.Services.GetRequiredService<Reconciler>().SettleAsync(TestContext.Current.CancellationToken) > 0)
        {
        }

        Assert.Equal("bekraeftet", await StateAsync(scene, reference));
        var settled = await BookAsync(scene, now.AddDays(7));
        Assert.Equal((201, ""), (settled.Status, settled.Body));
        Assert.Equal(first.Headers.Location, settled.Headers.Location);
    }

    private static async Task<string> StateAsync(ApiScene scene, string reference) =>
        (await scene.GetAsync("/indkaldelser/" + reference)).Json["tilstand"]!.GetValue<string>();

    private static Task<Answer> BookAsync(ApiScene scene, DateTimeOffset start) => scene.CallAsync(
        HttpMethod.Post,
        $"{ApiScene.Base}/moedetilbud/{SoundAnswers.OptionId}/booking",
        ApiScene.Json($$"""{"moedeStarttidspunkt":"{{start.ToWire()}}","samtaleformType":1}"""),
        Id);
}
