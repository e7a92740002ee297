using BorgerPortal.Domain.ExternalBooking;
using BorgerPortal.Domain.ExternalBooking.Remote.Answers;

namespace BorgerPortal.Tests.Support.Remote;

/// <summary>Answers that keep the contract, with every element that may be there.</summary>
public static class SoundAnswers
{
    public static readonly Guid OptionId = Guid.Parse("5b1f6f0a-0001-4000-8000-000000000001");

    public static readonly SupervisorAnswer Supervisor = new()
    {
        GivenName = "Mette",
        MiddleName = "Lund",
        Surname = "Holm",
        Identifier = "RID-1",
    };

    public static readonly SupervisorToBookAnswer SupervisorToBook = new() { Id = 1, Supervisor = Supervisor };

    public static readonly AddressAnswer Address = new()
    {
        StreetName = "Værkmestergade",
        StreetBuildingIdentifier = "5",
        FloorIdentifier = "ST",
        SuiteIdentifier = "tv",
        PostCodeIdentifier = "8000",
        DistrictName = "Aarhus C",
        CountryIdentificationCode = "DK",
    };

    public static readonly LocationAnswer Location = new() { Description = "Mødelokale 2", Address = Address };

    public static readonly OptionAnswer Option = new()
    {
        Id = OptionId.ToString(),
        InterviewType = 12,
        InterviewFormType = 1,
        ContactTypes = [1, 2],
        Location = Location,
        DurationMinutes = 45,
        AllowChoiceOfSupervisor = true,
        Title = "Anden samtale",
        Description = "Vi taler om din jobsøgning.",
        Supervisors = [Supervisor],
    };

    public static TimeslotAnswer Timeslot(DateTimeOffset start) => new()
    {
        Start = start,
        ContactTypes = [1, 2],
        RebookingPossible = true,
        CancellationPossible = true,
        SupervisorIds = [1],
    };

    public static BookingAnswer Booking(ReserveCall call) => new()
    {
        Id = call.BookingId.ToString(),
        OriginatorCode = 10101,
        OriginatorType = 1,
        CitizenShouldAccept = false,
        RebookingPossible = true,
        RebookingDeadline = call.Start.AddHours(-24),
        CancellationPossible = true,
        CancellationDeadline = call.Start.AddHours(-24),
        CompulsoryAttendance = true,
        Start = call.Start,
        End = call.Start.AddMinutes(45),
        InterviewType = call.Option.InterviewType,
        InterviewFormType = call.Option.InterviewFormType,
        Title = "Anden samtale",
        Description = "Tag dit cv med.",
        ReferenceInterview = false,
        Supervisor = Supervisor,
        Location = Location with
        {
            Address = Address with
            {
                MailDeliverySublocationIdentifier = "Bygning B",
                StreetNameForAddressingName = "Værkmesterg.",
                DistrictSubdivisionIdentifier = "Midtbyen",
                PostOfficeBoxIdentifier = 12,
            },
        },
        DigitalContact = "https://video.example.dk/1",
        PhoneNumber = "+4587654321",
        ShouldCitizenCall = false,
        ContactType = call.ContactType,
        ShowCaseWorker = true,
        UnemploymentFundParticipation = false,
        MoreAuthorities = false,
        Participants = [new ParticipantAnswer { Name = "Ole Lind", ExternalId = "A-1", Type = 1, ContactDetails = "ole@example.dk" }],
        DurationMinutes = 45,
        PrintComment = "Mød op i receptionen.",
    };
}
