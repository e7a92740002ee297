using BorgerPortal.Tests.Support;
using BorgerPortal.Web.Components.Shared.Calendar;
using BorgerPortal.Web.Journeys.Book;
using Microsoft.AspNetCore.WebUtilities;
using Xunit;

namespace BorgerPortal.Tests.Journeys.Book;

public sealed class BookingAnswersTests
{
    private static readonly Guid Attempt = Guid.ParseExact("5b1f6f0a00004000800000000000aaaa", "N");

    [Fact]
    public void ToQuery_AllAnswers_ReadsBackTheSame()
    {
        var answers = new BookingAnswers
        {
            Time = World.Danish(2027, 3, 8, 9, 5),
            ContactType = 1,
            CaseWorker = 2,
            Attempt = Attempt,
            Day = new DateOnly(2027, 3, 1),
            Month = new Month(new DateOnly(2027, 4, 1)),
        };

        Assert.Equal($"?tid=2027-03-08T09:05&form=1&sb=2&forsoeg={Attempt:N}&dag=2027-03-01&maaned=2027-04", answers.ToQuery());
        Assert.Equal(answers, Read(answers.ToQuery()));
    }

    [Fact]
    public void ToQuery_NoAnswer_IsEmpty() => Assert.Equal("", BookingAnswers.None.ToQuery());

    [Theory]
    [InlineData("2026-10-25T00:30:00Z", "tid=2026-10-25T02:30%2B02:00")]
    [InlineData("2026-10-25T01:30:00Z", "tid=2026-10-25T02:30%2B01:00")]
    [InlineData("2026-10-25T02:30:00Z", "tid=2026-10-25T03:30")]
    [InlineData("2027-03-28T01:30:00Z", "tid=2027-03-28T03:30")]
    [InlineData("2027-03-08T08:00:30Z", "tid=2027-03-08T09:00:30")]
    public void ToQuery_ClocksChange_NamesTheOffsetOnlyWhereItIsNeeded(string instant, string query)
    {
        var answers = new BookingAnswers { Time = DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture) };

        Assert.Equal("?" + query, answers.ToQuery());
        Assert.Equal(answers, Read(answers.ToQuery()));
    }

    [Theory]
    [InlineData("2026-10-25T02:30 01:00", true)]
    [InlineData("2026-10-25T02:30", false)]
    [InlineData("2027-03-28T02:30", false)]
    [InlineData("2027-02-30T09:00", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Read_Time_TakesAPlusThatNobodyEscapedAndNothingThatIsNoTime(string? text, bool isTime) =>
        Assert.Equal(isTime, BookingAnswers.Read(text, null, null).Time is not null);

    private static BookingAnswers Read(string query)
    {
        var values = QueryHelpers.ParseQuery(query);
        string? ValueOf(string key) => values.GetValueOrDefault(key);
        return BookingAnswers.Read(ValueOf("tid"), ValueOf("form"), ValueOf("sb"), ValueOf("forsoeg"), ValueOf("dag"), ValueOf("maaned"));
    }
}
