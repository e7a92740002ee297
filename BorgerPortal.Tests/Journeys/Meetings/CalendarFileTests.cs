using System.Globalization;
using System.Text;
using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Operations;
using BorgerPortal.Domain.Planner;
using BorgerPortal.Tests.Support;
using BorgerPortal.Web.Journeys.Meetings;
using BorgerPortal.Web.Resources;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Time.Testing;
using Xunit;
using Calendar = Ical.Net.Calendar;

namespace BorgerPortal.Tests.Journeys.Meetings;

/// <summary>What a calendar reads in the file of a meeting.</summary>
[PageLanguage]
public sealed class CalendarFileTests
{
    private static readonly Guid Id = new("00000000-0000-4000-8000-00000000000c");
    private static readonly Uri Page = new("https://portal.example/moeder/" + Id);

    [Theory]
    [InlineData("2027-03-08T10:00:00+01:00")]
    [InlineData("2027-03-28T01:30:00+01:00")] // ends after the clocks have gone forward
    [InlineData("2027-03-28T03:00:00+02:00")]
    [InlineData("2027-07-01T09:05:00+02:00")]
    [InlineData("2027-10-31T02:30:00+02:00")] // the hour that there is twice: the first
    [InlineData("2027-10-31T02:30:00+01:00")] // and the second
    [InlineData("2027-10-31T03:00:00+01:00")]
    [InlineData("2027-12-31T23:45:00+01:00")]
    [InlineData("2028-02-29T12:00:00+01:00")]
    public void Write_AnyTimeOfTheYear_IsReadBackAtTheSameInstants(string start)
    {
        var instant = DateTimeOffset.Parse(start, CultureInfo.InvariantCulture);

        var meeting = Calendar.Load(Write(Booking(start: instant)))!.Events.Single();

        Assert.Equal((instant.UtcDateTime, instant.AddMinutes(45).UtcDateTime), (meeting.DtStart!.AsUtc, meeting.DtEnd!.AsUtc));
    }

    [Fact]
    public void Write_AMeeting_HasTheDanishTimeZoneAndItsRules()
    {
        var text = Write(Booking());
        var zone = Calendar.Load(text)!.TimeZones.Single();

        Assert.Equal("Europe/Copenhagen", zone.TzId);
        Assert.Contains("BEGIN:DAYLIGHT", text, StringComparison.Ordinal);
        Assert.Contains("BEGIN:STANDARD", text, StringComparison.Ordinal);
        Assert.Contains("DTSTART;TZID=Europe/Copenhagen:20270308T100000\r\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_MovedAndCancelled_IsTheSameMeetingWithARisingNumber()
    {
        var texts = new[] { Booking(), Booking(moves: 1), Booking(moves: 2), Booking(moves: 2, state: BookingState.Cancelled) }.Select(Write).ToList();
        var calendars = texts.ConvertAll(text => Calendar.Load(text)!);

        Assert.Single(calendars.Select(calendar => calendar.Events.Single().Uid).Distinct());
        Assert.Equal([0, 1, 2, 3], calendars.Select(calendar => calendar.Events.Single().Sequence));
        Assert.Equal(["PUBLISH", "PUBLISH", "PUBLISH", "CANCEL"], calendars.Select(calendar => calendar.Method));
        Assert.Equal(["CONFIRMED", "CONFIRMED", "CONFIRMED", "CANCELLED"], calendars.Select(calendar => calendar.Events.Single().Status));
    }

    [Theory]
    [InlineData(1, "Værkmestergade 5, st. tv, 8000 Aarhus C, Lokale 2; bagindgangen, 1. sal")]
    [InlineData(2, "Vi ringer til dig.")]
    [InlineData(7, "https://video.example.dk/1?a=1;b=2,3")]
    public void Write_EachForm_SaysWhere(int contactType, string place)
    {
        var booking = Booking(details => details with { ContactType = contactType, DigitalContact = "https://video.example.dk/1?a=1;b=2,3" });

        Assert.Equal(place, Calendar.Load(Write(booking))!.Events.Single().Location);
    }

    [Fact]
    public void Write_CitizenIsToCall_SaysTheNumber()
    {
        var booking = Booking(details => details with { ContactType = ContactType.Telephone, ShouldCitizenCall = true, PhoneNumber = "+4512345678" });

        Assert.Equal("Du skal selv ringe på +4512345678.", Calendar.Load(Write(booking))!.Events.Single().Location);
    }

    [Fact]
    public void Write_AMeeting_SaysNothingOfWhatItIsAbout()
    {
        var text = Unfold(Write(Booking()));

        Assert.All(
            (string[])["Jobsamtale", "kontanthjælp", "Mette", "Holm", "RID", "sygdom"],
            secret => Assert.DoesNotContain(secret, text, StringComparison.OrdinalIgnoreCase));
        Assert.Contains("SUMMARY:Møde\r\n", text, StringComparison.Ordinal);
        Assert.DoesNotMatch("[0-9]{6}-?[0-9]{4}(?![0-9T])", text.Replace(Id.ToString(), "", StringComparison.Ordinal));
    }

    [Fact]
    public void Write_LongPlaceWithDanishLetters_IsFoldedAndEscapedAndReadBack()
    {
        var place = string.Concat(Enumerable.Repeat("Ærøskøbing, århusiansk; blåbærgrød\\ ", 5)).Trim();
        var text = Write(Booking(details => details with { Location = new InterviewLocation { Description = place } }));

        Assert.All(text.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.DoesNotContain('\n', text.Replace("\r\n", "", StringComparison.Ordinal));
        Assert.Equal(place, Calendar.Load(text)!.Events.Single().Location);
    }

    private static string Unfold(string text) => text.Replace("\r\n ", "", StringComparison.Ordinal);

    private static string Write(BookingView booking)
    {
        var services = new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider();
        return new CalendarFile(services.GetRequiredService<IStringLocalizer<Texts>>(), new FakeTimeProvider(World.Danish(2027, 3, 1, 10))).Write(booking, Page);
    }

    private static BookingView Booking(int moves = 0, BookingState state = BookingState.Active, DateTimeOffset? start = null) =>
        Booking(details => start is { } at ? details with { Start = at, End = at.AddMinutes(45) } : details) with { Moves = moves, State = state };

    private static BookingView Booking(Func<BookingDetails, BookingDetails> change) => new(
        Id, TestPortal.Aarhus, null, BookingState.Active, World.Danish(2027, 3, 1, 9), true, true, false, false, 0, change(new BookingDetails
        {
            OriginatorCode = 10101,
            OriginatorType = 1,
            Start = World.Danish(2027, 3, 8, 10),
            End = World.Danish(2027, 3, 8, 10, 45),
            InterviewType = 7,
            InterviewFormType = 1,
            ContactType = ContactType.Personal,
            Title = "Jobsamtale om kontanthjælp",
            Description = "Vi taler om din sygdom.",
            RebookingPossible = false,
            CancellationPossible = false,
            CompulsoryAttendance = true,
            ReferenceInterview = false,
            Supervisor = new Supervisor("Mette", null, "Holm", "RID-1"),
            ShowCaseWorker = true,
            Location = new InterviewLocation
            {
                Description = "Lokale 2; bagindgangen, 1. sal",
                Address = new Address
                {
                    StreetName = "Værkmestergade",
                    StreetBuildingIdentifier = "5",
                    FloorIdentifier = "st",
                    SuiteIdentifier = "tv",
                    PostCodeIdentifier = "8000",
                    DistrictName = "Aarhus C",
                },
            },
        }));
}
