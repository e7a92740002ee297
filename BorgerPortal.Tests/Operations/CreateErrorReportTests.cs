using BorgerPortal.Domain;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.ErrorReports;
using BorgerPortal.Domain.ExternalBooking.Protocol;
using BorgerPortal.Domain.Operations;
using BorgerPortal.Domain.Requests;
using BorgerPortal.Tests.Support;
using BorgerPortal.Tests.Support.Remote;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BorgerPortal.Tests.Operations;

/// <summary>CreateFejlmelding: what is filed and passed on, and each code of its row.</summary>
public abstract class CreateErrorReportTests
{
    public sealed class OnSqlite : CreateErrorReportTests;

    public sealed class OnPostgreSql : CreateErrorReportTests;

    private static readonly DateTimeOffset At = World.Danish(2027, 3, 1, 9, 55);

    [Fact]
    public async Task CreateErrorReport_OfAnOfferAndABooking_IsFiledForTheCaseworkers()
    {
        await using var scene = await MoveScene.SetAsync();

        var result = await FileAsync(scene.Scene, request => request with { OptionId = scene.Option.Id, BookingId = scene.Booking.Id });

        Assert.Equal(scene.Portal.Clock.GetUtcNow(), result.Value.At);
        var report = await scene.Portal.ReadAsync(context => context.ErrorReports.AsNoTracking().SingleAsync());
        Assert.Equal(
            (TestPortal.Aarhus, scene.Scene.Citizen.Id, scene.Option.Id, scene.Booking.Id, 4819, ErrorOrigin.Jobnet, "Tiden forsvandt.", At, false),
            (report.JobCentreCode, report.CitizenId!.Value, report.OptionId!.Value, report.BookingId!.Value, report.Code, report.Origin, report.Text, report.At, report.FiledByPortal));
        Assert.Null(report.ForwardAt);
        var entry = await scene.Portal.ReadAsync(context => context.AuditEntries.OrderByDescending(audit => audit.Id).FirstAsync());
        Assert.Equal(("CreateFejlmelding", scene.Booking.Id), (entry.Operation, entry.BookingId!.Value));
    }

    [Fact]
    public async Task CreateErrorReport_Twice_IsTwoReportsAndUnderOneRequestIdOne()
    {
        await using var scene = await BookingScene.SetAsync();
        await FileAsync(scene);
        await FileAsync(scene);
        Assert.Equal(2, await scene.Portal.ReadAsync(context => context.ErrorReports.CountAsync()));

        var caller = Caller.Citizen with { Request = new RequestKey("test", OperationNames.CreateErrorReport, "1", [1]) };
        var first = await FileAsync(scene, caller: caller);
        Assert.Equal(first.Value, (await FileAsync(scene, caller: caller)).Value);
        Assert.Equal(3, await scene.Portal.ReadAsync(context => context.ErrorReports.CountAsync()));
    }

    [Theory]
    [InlineData("Mit nummer er 0101505321", "Mit nummer er **********")]
    [InlineData("010150-5321 og 010150 5321", "*********** og ***********")]
    [InlineData("12345678901234", "**************")]
    [InlineData("Ring 12345678", "Ring 12345678")]
    [InlineData("<b>fed</b>", "<b>fed</b>")]
    [InlineData("", "")]
    [InlineData(null, null)]
    public async Task CreateErrorReport_WhatCouldBeAPersonnummer_IsMasked(string? text, string? kept)
    {
        await using var scene = await BookingScene.SetAsync();
        await FileAsync(scene, request => request with { Text = text });
        Assert.Equal(kept, await scene.Portal.ReadAsync(context => context.ErrorReports.Select(report => report.Text).SingleAsync()));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(99204)]
    public async Task CreateErrorReport_EveryKnownCode_IsFiled(int code)
    {
        await using var scene = await BookingScene.SetAsync();
        Assert.Empty((await FileAsync(scene, request => request with { Code = code })).Errors);
    }

    [Fact]
    public async Task CreateErrorReport_1014_NamesEveryBrokenField()
    {
        await using var scene = await BookingScene.SetAsync();
        var result = await FileAsync(scene, _ => new(CitizenReference.ByPersonnummer("x"), null, null, null, new string('x', 501), null, null));
        Assert.All(result.Errors, error => Assert.Equal(1014, error.Code.Number));
        Assert.Equal(["personnummer", "fejlkode", "fejltekst", "fejlOphav", "fejlTidspunkt"], result.Errors.Select(error => error.Field));
        Assert.Empty((await FileAsync(scene, request => request with { Text = new string('x', 500) })).Errors);
    }

    [Fact]
    public Task CreateErrorReport_8111_UnknownCitizen_IsAlone() =>
        RefusesAsync([8111], request => request with { Citizen = CitizenReference.ByPersonnummer("3112575999"), Origin = 1 });

    [Fact]
    public async Task CreateErrorReport_99201_IllegalOrigin()
    {
        await RefusesAsync([99201], request => request with { Origin = 31 });
        await RefusesAsync(
            [99201, 99202, 99203, 99204], request => request with { Origin = 0, OptionId = Guid.Empty, BookingId = Guid.Empty, Code = 0 });
    }

    [Fact]
    public Task CreateErrorReport_99202_UnknownOffer() => RefusesAsync([99202], request => request with { OptionId = Guid.Empty });

    [Fact]
    public async Task CreateErrorReport_99203_UnknownBookingOrAnothers()
    {
        await RefusesAsync([99203], request => request with { BookingId = Guid.Empty });
        await using var scene = await MoveScene.SetAsync();
        var other = await scene.Portal.World.AddCitizenAsync();
        var result = await FileAsync(scene.Scene, request => request with { Citizen = CitizenReference.ById(other.Id), BookingId = scene.Booking.Id });
        Assert.Equal([99203], result.Errors.Select(error => error.Code.Number));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    [InlineData(-1)]
    [InlineData(9999)]
    public Task CreateErrorReport_99204_UnknownCode(int code) => RefusesAsync([99204], request => request with { Code = code });

    [Fact]
    public async Task CreateErrorReport_PlannerOfItsOwn_IsToldUntilItHasAnswered()
    {
        await using var scene = await RemoteScene.SetAsync();
        var offer = Guid.ParseExact("5b1f6f0a-0009-4000-8000-000000000009", "D");
        Assert.Empty((await scene.Portal.Get<CreateErrorReport>().ExecuteAsync(
            Request(scene.Citizen) with { OptionId = offer, Text = "0101505321" }, Caller.Citizen, TestContext.Current.CancellationToken)).Errors);
        scene.Planner.Fail("ReportAsync", PlannerFault.CallLost, PlannerFault.AnswerLost);
        var forwarder = scene.Portal.Get<ReportForwarder>();

        Assert.Equal(1, await forwarder.ForwardAsync(TestContext.Current.CancellationToken));
        Assert.Equal(0, await forwarder.ForwardAsync(TestContext.Current.CancellationToken));
        foreach (var seconds in new[] { 15, 30 })
        {
            scene.Portal.Clock.Advance(TimeSpan.FromSeconds(seconds));
            Assert.Equal(1, await forwarder.ForwardAsync(TestContext.Current.CancellationToken));
        }

        scene.Portal.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(0, await forwarder.ForwardAsync(TestContext.Current.CancellationToken));
        Assert.Equal(2, scene.Planner.Reports.Count);
        Assert.Single(scene.Planner.Reports.Distinct());
        var told = scene.Planner.Reports[0];
        Assert.Equal((offer, 4819, "**********", 32, At), (told.OptionId!.Value, told.Code, told.Text, told.Origin, told.At));
        Assert.InRange(told.RequestId.Length, 1, RequestKey.LongestId);
    }

    [Fact]
    public async Task CreateErrorReport_ThePlannerRefusesIt_StaysInTheListAndIsNotToldAgain()
    {
        await using var scene = await RemoteScene.SetAsync();
        await scene.Portal.Get<CreateErrorReport>().ExecuteAsync(Request(scene.Citizen), Caller.Citizen, TestContext.Current.CancellationToken);
        scene.Planner.Fail("ReportAsync", PlannerFault.Refuse(Errors.UnknownOptionInReport));

        await scene.Portal.Get<ReportForwarder>().ForwardAsync(TestContext.Current.CancellationToken);

        Assert.Null((await scene.ReportsAsync()).Single().ForwardAt);
    }

    private static async Task RefusesAsync(IReadOnlyList<int> codes, Func<CreateErrorReportRequest, CreateErrorReportRequest> change)
    {
        await using var scene = await BookingScene.SetAsync();
        await scene.AssertRefusedAsync(codes, () => FileAsync(scene, change));
        Assert.Equal(0, await scene.Portal.ReadAsync(context => context.ErrorReports.CountAsync()));
        var entry = await scene.Portal.ReadAsync(context => context.AuditEntries.SingleAsync());
        Assert.Equal(codes, entry.Codes);
    }

    private static Task<Result<ErrorReportReceipt>> FileAsync(
        BookingScene scene, Func<CreateErrorReportRequest, CreateErrorReportRequest>? change = null, Caller? caller = null) =>
        scene.Portal.Get<CreateErrorReport>().ExecuteAsync(
            change?.Invoke(Request(scene.Citizen)) ?? Request(scene.Citizen), caller ?? Caller.Citizen, TestContext.Current.CancellationToken);

    private static CreateErrorReportRequest Request(Citizen citizen) =>
        new(CitizenReference.ById(citizen.Id), null, null, 4819, "Tiden forsvandt.", 32, At);
}
