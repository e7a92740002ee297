using BorgerPortal.Domain;
using BorgerPortal.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace BorgerPortal.Tests.Api;

public abstract class RequestIdTests
{
    public sealed class OnSqlite : RequestIdTests;

    public sealed class OnPostgreSql : RequestIdTests;

    private static readonly (string, string?) Id = ("x-requestId", "request-1");

    [Fact]
    public async Task CreateBooking_Repeated_GivesTheFirstAnswerAndBooksOnce()
    {
        await using var scene = await ApiScene.SetAsync();

        var first = await scene.BookAsync(null, Id);
        var second = await scene.BookAsync(null, Id);

        AssertSame(first, second);
        Assert.Equal(201, second.Status);
        Assert.Equal(1, await scene.CountBookingsAsync());
    }

    [Fact]
    public async Task CreateBooking_RepeatedAfterARestart_GivesTheFirstAnswer()
    {
        await using var scene = await ApiScene.SetAsync();
        var first = await scene.BookAsync(null, Id);

        await scene.RestartAsync();

        AssertSame(first, await scene.BookAsync(null, Id));
        Assert.Equal(1, await scene.CountBookingsAsync());
    }

    [Fact]
    public async Task CreateBooking_RefusalRepeated_IsRefusedAgainAlsoWhenItCouldBeBookedNow()
    {
        await using var scene = await ApiScene.SetAsync();
        const string body = """{"moedeStarttidspunkt":"2027-03-09T09:00","samtaleformType":1}""";
        var first = await scene.BookAsync(body, Id);
        Assert.Equal([4819], first.Codes);

        await scene.Server.World.AddTimeslotAsync(scene.Option, World.Danish(2027, 3, 9, 9), [scene.Worker]);

        AssertSame(first, await scene.BookAsync(body, Id));
        Assert.Equal(201, (await scene.BookAsync(body, ("x-requestId", "request-2"))).Status);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("not json")]
    [InlineData("""{"moedeStarttidspunkt":7,"samtaleformType":"1","hvad":null}""")]
    public async Task CreateBooking_BrokenMessageRepeated_IsRefusedForTheSameFields(string body)
    {
        await using var scene = await ApiScene.SetAsync();

        var first = await scene.BookAsync(body, Id);
        await scene.RestartAsync();

        Assert.Equal(400, first.Status);
        AssertSame(first, await scene.BookAsync(body, Id));
    }

    [Fact]
    public async Task CreateBooking_PlannerDown_IsNotKept()
    {
        await using var scene = await ApiScene.SetAsync(PlannerDouble.Replace);
        var planner = scene.Server.Services.GetRequiredService<PlannerDouble>();
        planner.Refusal = Errors.BookingSystemUnreachable;

        var first = await scene.BookAsync(null, Id);
        planner.Refusal = null;
        var second = await scene.BookAsync(null, Id);

        Assert.Equal((503, 201), (first.Status, second.Status));
        Assert.NotNull(first.Headers.RetryAfter);
    }

    [Fact]
    public async Task CreateBooking_IdOfAnotherPayload_Answers422()
    {
        await using var scene = await ApiScene.SetAsync();
        await scene.BookAsync(null, Id);

        var answer = await scene.BookAsync("""{"moedeStarttidspunkt":"2027-03-09T09:00","samtaleformType":1}""", Id);

        answer.AssertPlainProblem(422);
        Assert.Equal("CreateBooking", answer.Json["operation"]!.GetValue<string>());
    }

    [Fact]
    public async Task CreateBooking_IdOfAnotherCitizen_Answers422()
    {
        await using var scene = await ApiScene.SetAsync();
        await scene.BookAsync(null, Id);
        var other = await scene.Server.World.AddCitizenAsync();

        var answer = await scene.BookAsync(null, Id, ("x-civilregistrationIdentifier", scene.Server.PersonnummerOf(other)));

        answer.AssertPlainProblem(422);
    }

    [Fact]
    public async Task CreateBooking_IdOfAnotherClient_IsAnotherCall()
    {
        await using var scene = await ApiScene.SetAsync();
        await scene.BookAsync(null, Id);

        var answer = await scene.BookAsync(null, Id, ("X-Api-Key", PortalServer.OtherKey));

        Assert.Equal([4819], answer.Codes);
    }

    [Fact]
    public async Task CreateBooking_PersonnummerWithAHyphen_IsTheSamePayload()
    {
        await using var scene = await ApiScene.SetAsync();
        var first = await scene.BookAsync(null, Id);

        AssertSame(first, await scene.BookAsync(null, Id, ("x-civilregistrationIdentifier", scene.Personnummer.Insert(6, "-"))));
    }

    [Fact]
    public async Task CreateBooking_StillInFlight_Answers409()
    {
        await using var scene = await ApiScene.SetAsync(WriterDouble.Replace);
        var writer = scene.Server.Services.GetRequiredService<WriterDouble>();
        var arrived = new TaskCompletionSource();
        var released = new TaskCompletionSource();
        writer.BeforeApply = () => arrived.TrySetResult() ? released.Task : Task.CompletedTask;

        var first = scene.BookAsync(null, Id);
        await arrived.Task.WaitAsync(TestContext.Current.CancellationToken);
        var second = await scene.BookAsync(null, Id);
        released.SetResult();

        second.AssertPlainProblem(409);
        AssertSame(await first, await scene.BookAsync(null, Id));
        Assert.Equal(1, await scene.CountBookingsAsync());
    }

    [Fact]
    public async Task CreateBooking_OfLongestLength_IsTaken()
    {
        await using var scene = await ApiScene.SetAsync();

        Assert.Equal(201, (await scene.BookAsync(null, ("Idempotency-Key", new string('x', 46)))).Status);
    }

    [Fact]
    public async Task CreateBooking_UnderBothNames_IsOneId()
    {
        await using var scene = await ApiScene.SetAsync();

        var first = await scene.BookAsync(null, Id, ("Idempotency-Key", Id.Item2));

        Assert.Equal(201, first.Status);
        AssertSame(first, await scene.BookAsync(null, ("Idempotency-Key", Id.Item2)));
    }

    [Fact]
    public async Task CreateBooking_UnusableId_IsA1014()
    {
        await using var scene = await ApiScene.SetAsync();

        (await scene.BookAsync(null, ("x-requestId", new string('x', 47)))).AssertInvalid("x-requestId");
        (await scene.BookAsync(null, Id, ("Idempotency-Key", "another"))).AssertInvalid("x-requestId", "Idempotency-Key");
        Assert.Equal(0, await scene.CountBookingsAsync());
    }

    /// <summary>Byte for byte, but for the trace id, which belongs to each call.</summary>
    private static void AssertSame(Answer first, Answer second)
    {
        Assert.Equal(first.Status, second.Status);
        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Equal(WithoutTrace(first), WithoutTrace(second));
    }

    private static string WithoutTrace(Answer answer) =>
        answer.Body.Length == 0 ? "" : answer.Body.Replace(answer.Json["traceId"]!.GetValue<string>(), "", StringComparison.Ordinal);
}
