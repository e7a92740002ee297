using BorgerPortal.Domain.Citizens;
using BorgerPortal.Tests.Support;
using Xunit;

namespace BorgerPortal.Tests.Citizens;

public sealed class DeadlineStateTests
{
    private static readonly DateOnly Today = new(2027, 3, 1);

    private static readonly Deadline Open = new() { InterviewType = 7, BookBy = Today.AddDays(5), HoldBy = Today.AddDays(20) };

    [Fact]
    public void StatusOf_NothingMetIt_IsActiveAlsoWhenOverdue()
    {
        Assert.Equal(DeadlineStatus.Active, new DeadlineState(Open, null).StatusOf([], Today));
        Assert.Equal(DeadlineStatus.Active, new DeadlineState(Open, null).StatusOf([], Open.BookBy.AddYears(1)));
    }

    [Fact]
    public void StatusOf_MetByAMeeting_IsMetUntilItsDateIsPast()
    {
        var state = new DeadlineState(Open, World.Danish(2027, 3, 8, 9));
        Assert.Equal(DeadlineStatus.Met, state.StatusOf([], new DateOnly(2027, 3, 8)));
        Assert.Equal(DeadlineStatus.AdministrativelyClosed, state.StatusOf([], new DateOnly(2027, 3, 9)));
    }

    [Fact]
    public void StatusOf_MeetingBeforeMidnight_BelongsToItsDanishDate()
    {
        var state = new DeadlineState(Open, World.Danish(2027, 3, 8, 23, 59));
        Assert.Equal(DeadlineStatus.Met, state.StatusOf([], new DateOnly(2027, 3, 8)));
    }

    [Theory]
    [InlineData(56, true)]
    [InlineData(57, true)]
    [InlineData(75, true)]
    [InlineData(55, false)]
    public void StatusOf_CurrentAbsence_ClosesAnOpenDeadlineOfThreeTypes(int type, bool closes)
    {
        var absence = new Absence { Type = type, From = Today, To = Today };
        var expected = closes ? DeadlineStatus.AdministrativelyClosed : DeadlineStatus.Active;
        Assert.Equal(expected, new DeadlineState(Open, null).StatusOf([absence], Today));
    }

    [Theory]
    [InlineData(56)]
    [InlineData(57)]
    [InlineData(75)]
    public void StatusOf_FirstAndLastDayOfAnAbsence_BothClose(int type)
    {
        var bounded = new Absence { Type = type, From = Today, To = Today.AddDays(3) };
        var open = new Absence { Type = type, From = Today };
        var state = new DeadlineState(Open, null);
        foreach (var (absence, day, status) in new[]
        {
            (bounded, -1, DeadlineStatus.Active),
            (bounded, 0, DeadlineStatus.AdministrativelyClosed),
            (bounded, 3, DeadlineStatus.AdministrativelyClosed),
            (bounded, 4, DeadlineStatus.Active),
            (open, -1, DeadlineStatus.Active),
            (open, 0, DeadlineStatus.AdministrativelyClosed),
            (open, 4000, DeadlineStatus.AdministrativelyClosed),
        })
        {
            Assert.Equal(status, state.StatusOf([absence], Today.AddDays(day)));
        }
    }

    [Fact]
    public void StatusOf_BookingThatMetItIsCancelled_IsActiveAgain()
    {
        var deadline = new Deadline { InterviewType = 7, BookBy = Today, HoldBy = Today.AddDays(20), MetBy = Guid.Empty };
        Assert.Equal(DeadlineStatus.Active, new DeadlineState(deadline, MeetingStart: null).StatusOf([], Today));
    }

    [Fact]
    public void StatusOf_AbsenceBeforeOrAfter_ClosesNothing()
    {
        var absence = new Absence { Type = 57, From = Today.AddDays(1), To = Today.AddDays(2) };
        var state = new DeadlineState(Open, null);
        Assert.Equal(DeadlineStatus.Active, state.StatusOf([absence], Today));
        Assert.Equal(DeadlineStatus.AdministrativelyClosed, state.StatusOf([absence], Today.AddDays(2)));
        Assert.Equal(DeadlineStatus.Active, state.StatusOf([absence], Today.AddDays(3)));
    }

    [Fact]
    public void StatusOf_AbsenceWithoutEnd_HoldsUntilFurtherNotice()
    {
        var absence = new Absence { Type = 57, From = Today };
        Assert.Equal(DeadlineStatus.AdministrativelyClosed, new DeadlineState(Open, null).StatusOf([absence], Today.AddYears(5)));
    }

    [Fact]
    public void StatusOf_MetDeadlineDuringAbsence_StaysMet()
    {
        var absence = new Absence { Type = 57, From = Today };
        Assert.Equal(DeadlineStatus.Met, new DeadlineState(Open, World.Danish(2027, 3, 8, 9)).StatusOf([absence], Today));
    }

    [Fact]
    public void StatusOf_ClosedForGood_IsClosed()
    {
        var closed = new Deadline { InterviewType = 7, BookBy = Today, HoldBy = Today, AdministrativelyClosed = true };
        Assert.Equal(DeadlineStatus.AdministrativelyClosed, new DeadlineState(closed, null).StatusOf([], Today));
    }
}
