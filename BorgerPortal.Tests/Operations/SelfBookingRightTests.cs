using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Operations;
using BorgerPortal.Tests.Support;
using Xunit;

namespace BorgerPortal.Tests.Operations;

/// <summary>The right to book for oneself holds in every operation that offers or takes a time, or in none.</summary>
public sealed class SelfBookingRightTests
{
    private static readonly DateOnly Today = new(2027, 3, 1);

    [Theory]
    [InlineData(56, 0, 0, true)]
    [InlineData(57, 0, 0, false)]
    [InlineData(57, -5, null, false)]
    [InlineData(57, 0, null, false)]
    [InlineData(57, -5, -1, true)]
    [InlineData(57, 1, null, true)]
    [InlineData(75, 0, 0, false)]
    [InlineData(75, -5, null, false)]
    [InlineData(75, -5, -1, true)]
    [InlineData(75, 1, null, true)]
    public async Task EveryOperation_Absence_DecidesTheSameInAll(int type, int from, int? to, bool mayBook) => await AssertAllAsync(
        citizen => citizen.Absences.Add(new Absence { Type = type, From = Today.AddDays(from), To = to is { } last ? Today.AddDays(last) : null }),
        mayBook,
        refusal: 8108);

    [Fact]
    public Task EveryOperation_NoCustomerNumber_TakesItAwayInAll() => AssertAllAsync(citizen => citizen.CustomerNumber = null, mayBook: false, refusal: 8108);

    [Fact]
    public Task EveryOperation_Dead_TakesItAwayInAll() => AssertAllAsync(citizen => citizen.Dead = true, mayBook: false, refusal: 4405);

    [Fact]
    public Task EveryOperation_NothingInTheWay_GivesItInAll() => AssertAllAsync(_ => { }, mayBook: true, refusal: 0);

    private static async Task AssertAllAsync(Action<Citizen> change, bool mayBook, int refusal)
    {
        await using var scene = await BookingScene.SetAsync(citizen: change);
        var citizen = CitizenReference.ById(scene.Citizen.Id);
        var cancellation = TestContext.Current.CancellationToken;

        var status = await scene.Portal.Get<GetCitizenStatus>().ExecuteAsync(new(citizen), cancellation);
        var options = await scene.Portal.Get<GetSelfbookInterviewOptions>().ExecuteAsync(new(citizen), cancellation);
        var times = await scene.Portal.Get<GetSelfbookTimeslots>()
            .ExecuteAsync(new(citizen, scene.Option.Id, scene.Start, scene.Start.AddDays(1)), cancellation);

        Assert.Equal(mayBook, status.Value.SelfBookingPossible);
        Assert.Equal(mayBook ? 1 : 0, options.Value.Options.Count);
        Assert.Equal(mayBook ? null : 8107, times.Leading?.Code.Number);
        if (mayBook)
        {
            await scene.AssertBookedAsync();
        }
        else
        {
            await scene.AssertRefusedAsync([refusal]);
        }
    }
}
