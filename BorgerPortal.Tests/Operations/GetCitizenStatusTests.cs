using BorgerPortal.Domain;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Operations;
using BorgerPortal.Tests.Support;
using Xunit;

namespace BorgerPortal.Tests.Operations;

public abstract class GetCitizenStatusTests
{
    public sealed class OnSqlite : GetCitizenStatusTests;

    public sealed class OnPostgreSql : GetCitizenStatusTests;

    private static readonly DateOnly Today = new(2027, 3, 1);

    [Fact]
    public async Task GetCitizenStatus_1014_NotAPersonnummer()
    {
        await using var scene = await BookingScene.SetAsync();
        await AssertRefusedAsync(scene, 1014, CitizenReference.ByPersonnummer("x"));
        await AssertRefusedAsync(scene, 1014, CitizenReference.ByPersonnummer(null));
    }

    [Fact]
    public async Task GetCitizenStatus_1010_UnknownCitizen()
    {
        await using var scene = await BookingScene.SetAsync();
        await AssertRefusedAsync(scene, 1010, CitizenReference.ByPersonnummer("3112575999"));
    }

    [Fact]
    public async Task GetCitizenStatus_ByPersonnummer_FindsTheCitizen()
    {
        await using var scene = await BookingScene.SetAsync();
        var personnummer = World.PersonnummerOf(1);
        Assert.True((await AskAsync(scene, CitizenReference.ByPersonnummer(personnummer))).Value.SelfBookingPossible);
        Assert.True((await AskAsync(scene, CitizenReference.ByPersonnummer(personnummer.Insert(6, "-")))).Value.SelfBookingPossible);
    }

    [Fact]
    public async Task GetCitizenStatus_WhoMayBook_IsToldByFourThings()
    {
        (Action<Citizen> Change, bool MayBook)[] cases =
        [
            (_ => { }, true),
            (citizen => citizen.Dead = true, false),
            (citizen => citizen.CustomerNumber = null, false),
            (citizen => citizen.JobCentreCode = TestPortal.Unconfigured, false),
            (citizen => citizen.Absences.Add(new Absence { Type = 56, From = Today }), true),
            (citizen => citizen.Absences.Add(new Absence { Type = 57, From = Today }), false),
            (citizen => citizen.Absences.Add(new Absence { Type = 75, From = Today, To = Today }), false),
            (citizen => citizen.Absences.Add(new Absence { Type = 75, From = Today.AddDays(1) }), true),
        ];
        foreach (var (change, mayBook) in cases)
        {
            await using var scene = await BookingScene.SetAsync(citizen: change);
            Assert.Equal(mayBook, (await AskAsync(scene)).Value.SelfBookingPossible);
        }
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(-1, true)]
    public async Task GetCitizenStatus_OverdueDeadline_RequiresImmediateBooking(int bookBy, bool isRequired)
    {
        await using var scene = await BookingScene.SetAsync(citizen: citizen => citizen.Deadlines.Add(NewDeadline(bookBy)));
        var status = (await AskAsync(scene)).Value;
        Assert.Equal(isRequired, status.ImmediateBookingRequired);
        Assert.Single(status.Deadlines);
    }

    [Fact]
    public async Task GetCitizenStatus_OverdueDeadlineOfOneWhoMayNotBook_RequiresNothing()
    {
        await using var scene = await BookingScene.SetAsync(citizen: citizen =>
        {
            citizen.CustomerNumber = null;
            citizen.Deadlines.Add(NewDeadline(-1));
        });
        var status = (await AskAsync(scene)).Value;
        Assert.False(status.ImmediateBookingRequired);
        Assert.Single(status.Deadlines);
    }

    [Fact]
    public async Task GetCitizenStatus_MetDeadline_IsNotListed()
    {
        await using var scene = await BookingScene.SetAsync(citizen: citizen => citizen.Deadlines.Add(NewDeadline(5)));
        await scene.AssertBookedAsync();
        Assert.Empty((await AskAsync(scene)).Value.Deadlines);
    }

    [Fact]
    public async Task GetCitizenStatus_BookingSystemIsDown_AnswersAllTheSame()
    {
        await using var scene = await BookingScene.SetAsync(services: PlannerDouble.Replace);
        scene.Portal.Get<PlannerDouble>().Refusal = Errors.BookingSystemUnreachable;
        Assert.True((await AskAsync(scene)).Value.SelfBookingPossible);
    }

    private static Deadline NewDeadline(int bookBy) =>
        new() { InterviewType = 12, BookBy = Today.AddDays(bookBy), HoldBy = Today.AddDays(30) };

    private static Task<Result<CitizenStatus>> AskAsync(BookingScene scene, CitizenReference? citizen = null) =>
        scene.Portal.Get<GetCitizenStatus>().ExecuteAsync(
            new GetCitizenStatusRequest(citizen ?? CitizenReference.ById(scene.Citizen.Id)), TestContext.Current.CancellationToken);

    private static Task AssertRefusedAsync(BookingScene scene, int code, CitizenReference citizen) =>
        scene.AssertRefusedAsync([code], () => AskAsync(scene, citizen));
}
