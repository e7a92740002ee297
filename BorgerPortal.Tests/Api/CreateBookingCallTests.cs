using BorgerPortal.Domain.Audit;
using BorgerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BorgerPortal.Tests.Api;

public abstract class CreateBookingCallTests
{
    public sealed class OnSqlite : CreateBookingCallTests;

    public sealed class OnPostgreSql : CreateBookingCallTests;

    [Fact]
    public async Task CreateBooking_FreeTime_Answers201WithAnAddressAndNoBody()
    {
        await using var scene = await ApiScene.SetAsync();

        var answer = await scene.BookAsync();

        var booking = await scene.ReadBookingAsync();
        Assert.Equal((201, ""), (answer.Status, answer.Body));
        Assert.Equal($"{ApiScene.Base}/indkaldelser/{booking.Id}", answer.Headers.Location!.OriginalString);
        Assert.Equal((scene.Start, 1), (booking.Details.Start, booking.Details.ContactType));
        var read = await scene.CallAsync(HttpMethod.Get, answer.Headers.Location.OriginalString);
        Assert.Equal(200, read.Status);
    }

    [Fact]
    public async Task CreateBooking_OnesOwnCaseworker_BooksThatOne()
    {
        await using var scene = await ApiScene.SetAsync();

        await scene.BookAsync("""{"moedeStarttidspunkt":"2027-03-08T09:00","samtaleformType":2,"sagsbehandlerEksterntId":"RID-1"}""");

        Assert.Equal("RID-1", (await scene.ReadBookingAsync()).Details.Supervisor.Identifier);
    }

    [Fact]
    public async Task CreateBooking_ByAClient_StandsInTheAuditLogUnderItsName()
    {
        await using var scene = await ApiScene.SetAsync();

        await scene.BookAsync();

        var entry = await scene.Server.Services.ReadAsync(context => context.AuditEntries.SingleAsync());
        Assert.Equal((ActorKind.Client, "Jobnet"), (entry.ActorKind, entry.Actor));
    }

    [Fact]
    public async Task CreateBooking_PathInOtherCase_IsTheSameCall()
    {
        await using var scene = await ApiScene.SetAsync();

        var answer = await scene.CallAsync(HttpMethod.Post, scene.BookingPath.ToUpperInvariant(), ApiScene.Json(scene.BookingBody));

        Assert.Equal(201, answer.Status);
    }

    [Fact]
    public async Task CreateBooking_TimeTaken_IsAProblemWithItsCode()
    {
        await using var scene = await ApiScene.SetAsync();
        await scene.BookAsync();

        var answer = await scene.BookAsync();

        Assert.Equal(409, answer.Status);
        Assert.Equal("application/problem+json", answer.ContentHeaders.ContentType!.MediaType);
        var traceId = answer.Json["traceId"]!.GetValue<string>();
        Assert.Equal(
            """
            {"type":"/fejl/4819","title":"The BookingStartTime is no longer available","status":409,"detail":"Tiden er ikke længere ledig. Der er ikke booket noget. Vælg en anden tid.","fejlkode":4819,"nyFejlkode":null,"operation":"CreateBooking","fejl":[{"fejlkode":4819,"fejltekst":"The BookingStartTime is no longer available","felt":null}],"traceId":"TRACE"}
            """,
            answer.Body.Replace(traceId, "TRACE", StringComparison.Ordinal));
    }

    [Fact]
    public async Task CreateBooking_SeveralBrokenRules_AreAllToldInOrder()
    {
        await using var scene = await ApiScene.SetAsync();

        var answer = await scene.BookAsync("""{"moedeStarttidspunkt":"2027-02-08T09:00","samtaleformType":5}""");

        Assert.Equal((422, 90000), (answer.Status, answer.Json["nyFejlkode"]!.GetValue<int>()));
        Assert.Equal([4708, 4783], answer.Codes);
    }
}
