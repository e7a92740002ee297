using System.Globalization;
using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Planner;
using BorgerPortal.Domain.Time;

namespace BorgerPortal.Domain.Previews;

/// <summary>What the database would hold of a citizen who is made up.</summary>
internal sealed class ProfileFile
{
    /// <summary>How long a meeting takes that nobody has said more of.</summary>
    private const int Minutes = 30;

    private readonly CitizenFile _file;
    private readonly List<Booking> _bookings;

    public ProfileFile(PreviewProfile profile, string jobCentreCode, DateTimeOffset at)
    {
        var moment = Moment.At(at);
        _bookings = [.. profile.Bookings.OrderBy(booking => booking.Start).Select((booking, number) => Summons(booking, number, jobCentreCode, moment))];
        _file = new CitizenFile(
            new Citizen
            {
                Id = PreviewProfile.CitizenId,
                PersonnummerLookup = [],
                PersonnummerCipher = [],
                GivenNames = "Opdigtet",
                Surname = "Borger",
                JobCentreCode = jobCentreCode,
                ContactGroup = profile.ContactGroup,
                CustomerNumber = profile.HasCustomerNumber ? "00000000" : null,
                Dead = profile.Dead,
            },
            [.. profile.Absences.Select((absence, number) => new Absence { Type = absence.Type, From = absence.From, To = absence.To, Position = number })],
            [.. profile.Deadlines.Select((deadline, number) => new DeadlineState(NewDeadline(deadline, number), MeetingStart: null))],
            []);
        _file = _file with { Deadlines = [.. _file.Deadlines.Select(state => Meet(state, moment))] };
    }

    /// <summary>As the database tells of a citizen.</summary>
    /// <param name="from">Bookings that start earlier are not current.</param>
    public CitizenFile Read(DateTimeOffset from) => _file with
    {
        CurrentBookings =
        [
            .. BookingsFrom(from).Select(booking => new CurrentBooking(
                booking.Id, booking.Details.InterviewType, booking.Details.Start, booking.OptionId, booking.State, booking.CreatedAt)),
        ],
    };

    /// <summary>Earliest first.</summary>
    public IReadOnlyList<Booking> BookingsFrom(DateTimeOffset from) => _bookings.FindAll(booking => booking.Details.Start >= from);

    public Booking? Find(Guid bookingId) => _bookings.Find(booking => booking.Id == bookingId);

    /// <summary>A deadline is met by the earliest booking that fits it, as it would have been when either came.</summary>
    private DeadlineState Meet(DeadlineState state, Moment moment)
    {
        var alone = _file with { Deadlines = [state] };
        if (_bookings.Find(booking => DeadlinesMet.By(booking, alone, moment).Any()) is not { } booking)
        {
            return state;
        }

        state.Deadline.MetBy = booking.Id;
        return state with { MeetingStart = booking.Details.Start };
    }

    private static Deadline NewDeadline(PreviewDeadline deadline, int number) => new()
    {
        Id = -1 - number,
        CitizenId = PreviewProfile.CitizenId,
        Position = number,
        InterviewType = deadline.InterviewType,
        BookBy = deadline.BookBy,
        HoldBy = deadline.HoldBy,
    };

    private static Booking Summons(PreviewBooking booking, int number, string jobCentreCode, Moment moment) => new()
    {
        // The same at each look, so that an address that holds it leads back to it.
        Id = new Guid(number + 1, 0, 0, new byte[8]),
        CitizenId = PreviewProfile.CitizenId,
        JobCentreCode = jobCentreCode,
        CaseWorkerChoice = false,
        State = BookingState.Active,
        CreatedAt = moment.Now,
        SelfBooked = false,
        Accepted = true,
        CitizenShouldAccept = false,
        ImmediateBooking = false,
        Details = new BookingDetails
        {
            OriginatorCode = int.Parse(jobCentreCode, CultureInfo.InvariantCulture),
            OriginatorType = 1,
            Start = booking.Start.ToUniversalTime(),
            End = booking.Start.ToUniversalTime().AddMinutes(Minutes),
            DurationMinutes = Minutes,
            InterviewType = booking.InterviewType,
            InterviewFormType = InterviewFormType.Individual,
            ContactType = ContactType.Telephone,
            Title = CodeList.InterviewTypes.Find(booking.InterviewType)?.Danish ?? "Samtale",
            RebookingPossible = false,
            CancellationPossible = false,
            CompulsoryAttendance = true,
            ReferenceInterview = false,
            Supervisor = Supervisor.Hidden,
            ShowCaseWorker = false,
        },
    };
}
