using System.Data.Common;
using BorgerPortal.Domain;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Evidence;
using BorgerPortal.Domain.Operations;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BorgerPortal.Tests.Evidence;

/// <summary>Which receipt a citizen gets, and what stands in it. Now is 1 March 2027 at 10; the one time is on 8 March at 10.</summary>
public abstract class TakeEvidenceTests
{
    public sealed class OnSqlite : TakeEvidenceTests;

    public sealed class OnPostgreSql : TakeEvidenceTests;

    private static readonly DateOnly Today = new(2027, 3, 1);
    private static readonly Guid Reference = new("00000000-0000-4000-8000-00000000000e");

    [Fact]
    public async Task TakeEvidence_NoTimeUntilTheLastDay_SaysSoWithEveryQuestion()
    {
        await using var scene = await SetAsync(holdBy: 6);
        var other = await scene.Portal.World.AddOptionAsync([scene.Worker], option => option.Title = "Anden samtale 2");
        await scene.Portal.World.AddOptionAsync([scene.Worker], option => option.InterviewType = 7);

        Assert.Equal(new EvidenceOutcome(Reference), (await TakeAsync(scene)).Value);

        var receipt = await ReadAsync(scene);
        Assert.Equal(
            (EvidenceKind.NoFreeTime, scene.Portal.Clock.GetUtcNow(), TestPortal.Aarhus, 12, Today.AddDays(6)),
            (receipt.Kind, receipt.At, receipt.JobCentreCode, receipt.InterviewType!.Value, receipt.HoldBy!.Value));
        Assert.Equal(
            new[] { (OperationNames.GetSelfbookInterviewOptions, (Guid?)null, 3), (OperationNames.GetSelfbookTimeslots, scene.Option.Id, 0), (OperationNames.GetSelfbookTimeslots, other.Id, 0) },
            receipt.Answers.Select(answer => (answer.Operation, answer.OptionId, answer.Found ?? -1)).OrderBy(answer => answer.OptionId));
        Assert.All(receipt.Answers.Skip(1), answer => Assert.Equal(
            (scene.Portal.Clock.GetUtcNow(), World.Danish(2027, 3, 8, 0), (int?)null), (answer.From!.Value, answer.To!.Value, answer.Code)));
    }

    [Fact]
    public async Task TakeEvidence_TimeOnTheLastDay_IsShownInsteadOfAReceipt()
    {
        await using var scene = await SetAsync(holdBy: 7);

        var outcome = (await TakeAsync(scene)).Value;

        Assert.Equal(new FreeTime(scene.Option.Id, scene.Option.Title, scene.Start), outcome.Free);
        await AssertNothingAsync(scene);
    }

    [Fact]
    public async Task TakeEvidence_TheOneTimeIsBookedByAnother_SaysSo()
    {
        await using var scene = await SetAsync(holdBy: 7);
        await scene.AssertBookedAsync(scene.Request with { Citizen = CitizenReference.ById((await scene.Portal.World.AddCitizenAsync()).Id) });

        Assert.Equal(Reference, (await TakeAsync(scene)).Value.Reference);
    }

    [Fact]
    public async Task TakeEvidence_OverdueDeadline_AsksForAsLongAsBookingAtOnceMay()
    {
        await using var scene = await SetAsync(holdBy: -1, bookBy: -3);

        Assert.Equal(scene.Start, (await TakeAsync(scene)).Value.Free!.Start);
    }

    [Theory]
    [InlineData(4769)]
    [InlineData(9303)]
    [InlineData(9329)]
    public async Task TakeEvidence_BookingSystemDoesNotAnswer_SaysSoWithItsCode(int code)
    {
        await using var scene = await SetAsync(holdBy: 30);
        scene.Portal.Get<PlannerDouble>().Refusal = Errors.ByNumber[code];

        Assert.Equal(Reference, (await TakeAsync(scene)).Value.Reference);

        var receipt = await ReadAsync(scene);
        Assert.Equal(EvidenceKind.NoAnswer, receipt.Kind);
        Assert.Equal((OperationNames.GetSelfbookInterviewOptions, code, (int?)null), receipt.Answers.Select(answer => (answer.Operation, answer.Code ?? 0, answer.Found)).Single());
    }

    [Fact]
    public async Task TakeEvidence_BookingSystemFailedTheBookingAndAnswersNow_TellsBoth()
    {
        await using var scene = await SetAsync(holdBy: 30);
        var planner = scene.Portal.Get<PlannerDouble>();
        planner.Refusal = Errors.BookingSystemUnreachable;
        await scene.AssertRefusedAsync([4769]);
        planner.Refusal = null;
        scene.Portal.Clock.Advance(TimeSpan.FromSeconds(90));

        Assert.Equal(Reference, (await TakeAsync(scene)).Value.Reference);

        var receipt = await ReadAsync(scene);
        Assert.Equal(EvidenceKind.NoAnswer, receipt.Kind);
        Assert.Equal(
            [(OperationNames.CreateBooking, receipt.At.AddSeconds(-90), 4769), (OperationNames.GetSelfbookInterviewOptions, receipt.At, 0)],
            receipt.Answers.Select(answer => (answer.Operation, answer.At, answer.Code ?? 0)));
    }

    [Fact]
    public async Task TakeEvidence_BookingFailedLongAgoOrAnothers_IsNoEvidence()
    {
        await using var scene = await SetAsync(holdBy: 30);
        var planner = scene.Portal.Get<PlannerDouble>();
        planner.Refusal = Errors.BookingSystemUnreachable;
        await scene.AssertRefusedAsync([4769]);
        scene.Portal.Clock.Advance(TimeSpan.FromMinutes(31));
        await scene.AssertRefusedAsync([4769], scene.Request with { Citizen = CitizenReference.ById((await scene.Portal.World.AddCitizenAsync()).Id) });
        planner.Refusal = null;

        Assert.NotNull((await TakeAsync(scene)).Value.Free);
        await AssertNothingAsync(scene);
    }

    [Fact]
    public async Task TakeEvidence_NoDeadline_ProvesNothing()
    {
        await using var scene = await BookingScene.SetAsync();

        Assert.Equal(new EvidenceOutcome(), (await TakeAsync(scene)).Value);
        await AssertNothingAsync(scene);
    }

    [Fact]
    public async Task TakeEvidence_ClickedTwiceAtOnce_IsOneReceipt()
    {
        await using var scene = await SetAsync(holdBy: 6);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => TakeAsync(scene))));

        Assert.All(outcomes, outcome => Assert.Equal(Reference, outcome.Value.Reference));
        Assert.Equal(1, await scene.Portal.ReadAsync(context => context.EvidenceReceipts.CountAsync()));
        Assert.Equal(1, await scene.Portal.ReadAsync(context => context.AuditEntries.CountAsync(entry => entry.Operation == "TagBevis")));
    }

    [Fact]
    public async Task Find_AnotherCitizens_IsNotThere()
    {
        await using var scene = await SetAsync(holdBy: 6);
        await TakeAsync(scene);
        var other = await scene.Portal.World.AddCitizenAsync();

        Assert.Null(await scene.Portal.Get<EvidenceReceipts>().FindAsync(CitizenReference.ById(other.Id), Reference, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task TakeEvidence_AnothersReference_IsNotGivenAway()
    {
        await using var scene = await SetAsync(holdBy: 6);
        await TakeAsync(scene);
        var before = await ReadAsync(scene);
        var other = await scene.Portal.World.AddCitizenAsync(citizen => citizen.Deadlines.Add(NewDeadline(6, 3)));

        await scene.Portal.Get<TakeEvidence>().ExecuteAsync(new EvidenceRequest(CitizenReference.ById(other.Id), Reference), TestContext.Current.CancellationToken);

        Assert.Equivalent(before, await ReadAsync(scene), strict: true);
    }

    [Fact]
    public async Task Receipt_ChangedOrDeletedByAnybody_IsRefusedByTheDatabase()
    {
        await using var scene = await SetAsync(holdBy: 6);
        await TakeAsync(scene);
        var before = await ReadAsync(scene);
        Task<int> ChangeAsync(Func<BookingDbContext, CancellationToken, Task<int>> change) =>
            scene.Portal.Get<IBookingWriter>().RunAloneAsync(change, TestContext.Current.CancellationToken);

        await Assert.ThrowsAnyAsync<DbException>(() => ChangeAsync((context, token) => context.EvidenceReceipts.ExecuteDeleteAsync(token)));
        await Assert.ThrowsAnyAsync<DbException>(() => ChangeAsync((context, token) =>
            context.EvidenceReceipts.ExecuteUpdateAsync(set => set.SetProperty(receipt => receipt.Kind, EvidenceKind.NoAnswer), token)));

        Assert.Equivalent(before, await ReadAsync(scene), strict: true);
    }

    private static Task<BookingScene> SetAsync(int holdBy, int bookBy = 3) =>
        BookingScene.SetAsync(citizen: citizen => citizen.Deadlines.Add(NewDeadline(holdBy, bookBy)), services: PlannerDouble.Replace);

    private static Deadline NewDeadline(int holdBy, int bookBy) =>
        new() { InterviewType = 12, BookBy = Today.AddDays(bookBy), HoldBy = Today.AddDays(holdBy) };

    private static Task<Result<EvidenceOutcome>> TakeAsync(BookingScene scene) => scene.Portal.Get<TakeEvidence>().ExecuteAsync(
        new EvidenceRequest(CitizenReference.ById(scene.Citizen.Id), Reference), TestContext.Current.CancellationToken);

    private static Task<EvidenceReceipt> ReadAsync(BookingScene scene) =>
        scene.Portal.ReadAsync(context => context.EvidenceReceipts.AsNoTracking().SingleAsync());

    private static async Task AssertNothingAsync(BookingScene scene) =>
        Assert.Equal(0, await scene.Portal.ReadAsync(context => context.EvidenceReceipts.CountAsync()));
}
