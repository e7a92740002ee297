using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.ErrorReports;
using BorgerPortal.Domain.ExternalBooking.Remote.Answers;
using BorgerPortal.Domain.Operations;
using BorgerPortal.Tests.Support.Remote;
using Xunit;

namespace BorgerPortal.Tests.ExternalBooking.Remote;

/// <summary>Every facet of the contract, broken one at a time by a planner.</summary>
public sealed class ContractTests
{
    private static readonly Guid OtherOption = Guid.Parse("5b1f6f0a-0002-4000-8000-000000000002");

    public static readonly TheoryData<string, string, Func<OptionAnswer, OptionAnswer>> BrokenOptions = new()
    {
        { "moedetilbudId", "missing", option => option with { Id = null } },
        { "moedetilbudId", "no guid", option => option with { Id = "5b1f6f0a00014000800000000000000f" } },
        { "moedetilbudId", "newline after it", option => option with { Id = option.Id + "\n" } },
        { "samtaleType", "missing", option => option with { InterviewType = null } },
        { "samtaleType", "not a number", option => option with { InterviewType = 4, Unreadable = ["samtaleType"] } },
        { "moedeGruppeType", "missing", option => option with { InterviewFormType = null } },
        { "samtaleformer", "missing", option => option with { ContactTypes = null } },
        { "samtaleformer", "none", option => option with { ContactTypes = [] } },
        { "moedeVarighed", "missing", option => option with { DurationMinutes = null } },
        { "borgerKanVaelgeSagsbehandler", "missing", option => option with { AllowChoiceOfSupervisor = null } },
        { "borgerKanVaelgeSagsbehandler", "a choice in a group", option => Group(option) with { AllowChoiceOfSupervisor = true } },
        { "sidsteMoedetid", "missing in a group", option => Group(option) with { LastTimeslot = null } },
        { "moedetitel", "missing", option => option with { Title = null } },
        { "moedetitel", "empty", option => option with { Title = "" } },
        { "moedetitel", "too long", option => option with { Title = new string('a', 101) } },
        { "moedebeskrivelse", "too long", option => option with { Description = new string('a', 501) } },
        { "moedeLokation.lokationsuddybning", "empty", option => option with { Location = SoundAnswers.Location with { Description = "" } } },
        { "moedeLokation.lokationsuddybning", "too long", option => option with { Location = SoundAnswers.Location with { Description = new string('a', 201) } } },
        { "moedeLokation.adresse.vejnavn", "missing", At(address => address with { StreetName = null }) },
        { "moedeLokation.adresse.vejnavn", "too long", At(address => address with { StreetName = new string('a', 41) }) },
        { "moedeLokation.adresse.husnummer", "missing", At(address => address with { StreetBuildingIdentifier = null }) },
        { "moedeLokation.adresse.husnummer", "leading zero", At(address => address with { StreetBuildingIdentifier = "05" }) },
        { "moedeLokation.adresse.husnummer", "small letter", At(address => address with { StreetBuildingIdentifier = "5a" }) },
        { "moedeLokation.adresse.husnummer", "four digits", At(address => address with { StreetBuildingIdentifier = "1234" }) },
        { "moedeLokation.adresse.etage", "three digits", At(address => address with { FloorIdentifier = "100" }) },
        { "moedeLokation.adresse.etage", "mixed case", At(address => address with { FloorIdentifier = "St" }) },
        { "moedeLokation.adresse.sideDoer", "too long", At(address => address with { SuiteIdentifier = "12345" }) },
        { "moedeLokation.adresse.sideDoer", "empty", At(address => address with { SuiteIdentifier = "" }) },
        { "moedeLokation.adresse.postnummer", "missing", At(address => address with { PostCodeIdentifier = null }) },
        { "moedeLokation.adresse.postnummer", "three digits", At(address => address with { PostCodeIdentifier = "800" }) },
        { "moedeLokation.adresse.postnummer", "digits of another script", At(address => address with { PostCodeIdentifier = "८०००" }) },
        { "moedeLokation.adresse.bynavn", "missing", At(address => address with { DistrictName = null }) },
        { "moedeLokation.adresse.bynavn", "too long", At(address => address with { DistrictName = new string('a', 21) }) },
        { "sagsbehandlere[0].fornavne", "missing", By(supervisor => supervisor with { GivenName = null }) },
        { "sagsbehandlere[0].fornavne", "too long", By(supervisor => supervisor with { GivenName = new string('a', 51) }) },
        { "sagsbehandlere[0].mellemnavn", "empty", By(supervisor => supervisor with { MiddleName = "" }) },
        { "sagsbehandlere[0].mellemnavn", "too long", By(supervisor => supervisor with { MiddleName = new string('a', 41) }) },
        { "sagsbehandlere[0].efternavn", "missing", By(supervisor => supervisor with { Surname = null }) },
        { "sagsbehandlere[0].efternavn", "too long", By(supervisor => supervisor with { Surname = new string('a', 41) }) },
        { "sagsbehandlere[0].eksterntId", "empty", By(supervisor => supervisor with { Identifier = "" }) },
        { "sagsbehandlere[0].eksterntId", "too long", By(supervisor => supervisor with { Identifier = new string('a', 256) }) },
    };

    public static readonly TheoryData<string, string, Func<TimeslotAnswer, TimeslotAnswer>> BrokenTimeslots = new()
    {
        { "starttidspunkt", "missing", timeslot => timeslot with { Start = null } },
        { "starttidspunkt", "no instant", timeslot => timeslot with { Unreadable = ["starttidspunkt"] } },
        { "samtaleformer", "missing", timeslot => timeslot with { ContactTypes = null } },
        { "samtaleformer", "none", timeslot => timeslot with { ContactTypes = [] } },
        { "ombookingMulig", "missing", timeslot => timeslot with { RebookingPossible = null } },
        { "aflysningMulig", "missing", timeslot => timeslot with { CancellationPossible = null } },
        { "bookbareSagsbehandlerIder", "missing", timeslot => timeslot with { SupervisorIds = null } },
        { "bookbareSagsbehandlerIder", "none", timeslot => timeslot with { SupervisorIds = [] } },
        { "bookbareSagsbehandlerIder", "names nobody", timeslot => timeslot with { SupervisorIds = [1, 2] } },
    };

    public static readonly TheoryData<string, string, Func<BookingAnswer, BookingAnswer>> BrokenBookings = new()
    {
        { "indkaldelseId", "missing", booking => booking with { Id = null } },
        { "indkaldelseId", "no guid", booking => booking with { Id = "1" } },
        { "indkaldelseId", "another booking's", booking => booking with { Id = OtherOption.ToString() } },
        { "indkalder.organisationskode", "missing", booking => booking with { OriginatorCode = null } },
        { "indkalder.organisationskode", "negative", booking => booking with { OriginatorCode = -1 } },
        { "indkalder.organisationskode", "nine digits", booking => booking with { OriginatorCode = 100_000_000 } },
        { "indkalder.organisationType", "missing", booking => booking with { OriginatorType = null } },
        { "borgerSkalAcceptere", "missing", booking => booking with { CitizenShouldAccept = null } },
        { "ombookingMulig", "missing", booking => booking with { RebookingPossible = null } },
        { "aflysningMulig", "missing", booking => booking with { CancellationPossible = null } },
        { "moedepligt", "missing", booking => booking with { CompulsoryAttendance = null } },
        { "starttidspunkt", "missing", booking => booking with { Start = null } },
        { "starttidspunkt", "another time", booking => booking with { Start = booking.Start!.Value.AddHours(1) } },
        { "sluttidspunkt", "no instant", booking => booking with { Unreadable = ["sluttidspunkt"] } },
        { "samtaleType", "missing", booking => booking with { InterviewType = null } },
        { "samtaleType", "another than the offer's", booking => booking with { InterviewType = 7 } },
        { "moedeGruppeType", "missing", booking => booking with { InterviewFormType = null } },
        { "moedeGruppeType", "another than the offer's", booking => booking with { InterviewFormType = 2 } },
        { "moedetitel", "missing", booking => booking with { Title = null } },
        { "moedetitel", "too long", booking => booking with { Title = new string('a', 101) } },
        { "moedebeskrivelse", "too long", booking => booking with { Description = new string('a', 501) } },
        { "referencesamtale", "missing", booking => booking with { ReferenceInterview = null } },
        { "sagsbehandler", "missing", booking => booking with { Supervisor = null } },
        { "sagsbehandler.fornavne", "empty", booking => booking with { Supervisor = SoundAnswers.Supervisor with { GivenName = "" } } },
        { "sagsbehandler.efternavn", "missing", booking => booking with { Supervisor = SoundAnswers.Supervisor with { Surname = null } } },
        { "sagsbehandler.eksterntId", "missing", booking => booking with { Supervisor = SoundAnswers.Supervisor with { Identifier = null } } },
        { "moedeLokation.adresse.vejnavn", "missing", In(address => address with { StreetName = null }) },
        { "moedeLokation.adresse.landekode", "four letters", In(address => address with { CountryIdentificationCode = "DENM" }) },
        { "moedeLokation.adresse.landekode", "newline after it", In(address => address with { CountryIdentificationCode = "DK\n" }) },
        { "moedeLokation.adresse.bygningsnavn", "too long", In(address => address with { MailDeliverySublocationIdentifier = new string('a', 35) }) },
        { "moedeLokation.adresse.vejadresseringsNavn", "too long", In(address => address with { StreetNameForAddressingName = new string('a', 21) }) },
        { "moedeLokation.adresse.bydel", "empty", In(address => address with { DistrictSubdivisionIdentifier = "" }) },
        { "moedeLokation.adresse.postboks", "zero", In(address => address with { PostOfficeBoxIdentifier = 0 }) },
        { "moedeLokation.adresse.postboks", "five digits", In(address => address with { PostOfficeBoxIdentifier = 10_000 }) },
        { "kontakt.digitalKontakt", "too long", booking => booking with { DigitalContact = new string('a', 256) } },
        { "kontakt.telefonnummer", "letters", booking => booking with { PhoneNumber = "ring 112" } },
        { "kontakt.telefonnummer", "two digits", booking => booking with { PhoneNumber = "12" } },
        { "kontakt.telefonnummer", "spaces", booking => booking with { PhoneNumber = "87 65 43 21" } },
        { "samtaleformType", "missing", booking => booking with { ContactType = null } },
        { "samtaleformType", "another form", booking => booking with { ContactType = 2 } },
        { "visSagsbehandler", "missing", booking => booking with { ShowCaseWorker = null } },
        { "deltagere[0].navn", "empty", Beside(participant => participant with { Name = "" }) },
        { "deltagere[0].navn", "too long", Beside(participant => participant with { Name = new string('a', 257) }) },
        { "deltagere[0].eksterntId", "too long", Beside(participant => participant with { ExternalId = new string('a', 257) }) },
        { "deltagere[0].deltagerType", "missing", Beside(participant => participant with { Type = null }) },
        { "deltagere[0].kontaktoplysninger", "too long", Beside(participant => participant with { ContactDetails = new string('a', 3001) }) },
        { "bemaerkning", "too long", booking => booking with { PrintComment = new string('a', 501) } },
    };

    [Theory]
    [MemberData(nameof(BrokenOptions), DisableDiscoveryEnumeration = true)]
    public async Task GetSelfbookInterviewOptions_BrokenFacet_LeavesTheOfferOutAndReportsIt(
        string element, string how, Func<OptionAnswer, OptionAnswer> change)
    {
        await using var scene = await RemoteScene.SetAsync();
        var sound = SoundAnswers.Option with { Id = OtherOption.ToString(), Title = "Jobsamtale" };
        scene.Planner.SendOptions = _ => new OptionsAnswer([change(SoundAnswers.Option), sound]);

        var result = await AskAsync(scene);

        Assert.Equal([OtherOption], result.Value.Options.Select(option => option.Id));
        var report = Assert.Single(await scene.ReportsAsync());
        Assert.Equal((ReportCodes.OptionNotValid, ErrorOrigin.Dfdg), (report.Code, report.Origin));
        Assert.Contains(element, report.Text!.Split(", "));
        Assert.NotEmpty(how);
        Assert.Equal(element == "moedetilbudId" ? null : SoundAnswers.OptionId, report.OptionId);
    }

    [Theory]
    [MemberData(nameof(BrokenTimeslots), DisableDiscoveryEnumeration = true)]
    public async Task GetSelfbookTimeslots_BrokenFacet_LeavesTheTimeOutAndReportsTheOffer(
        string element, string how, Func<TimeslotAnswer, TimeslotAnswer> change)
    {
        Assert.NotEmpty(how);
        await using var scene = await RemoteScene.SetAsync();
        var later = scene.Start.AddHours(1);
        scene.Planner.SendTimeslots = answer => answer with { Timeslots = [change(SoundAnswers.Timeslot(scene.Start)), SoundAnswers.Timeslot(later)] };

        var result = await scene.Portal.Get<GetSelfbookTimeslots>().ExecuteAsync(
            new GetSelfbookTimeslotsRequest(
                CitizenReference.ById(scene.Citizen.Id), SoundAnswers.OptionId, scene.Start, scene.Start.AddDays(1)),
            TestContext.Current.CancellationToken);

        Assert.Equal([later], result.Value.Timeslots.Select(timeslot => timeslot.Start));
        var report = Assert.Single(await scene.ReportsAsync());
        Assert.Equal((ReportCodes.OptionNotValid, (Guid?)SoundAnswers.OptionId), (report.Code, report.OptionId));
        Assert.Contains("moedetider." + element, report.Text!.Split(", "));
    }

    [Theory]
    [MemberData(nameof(BrokenBookings), DisableDiscoveryEnumeration = true)]
    public async Task CreateBooking_9329_TheAssembledBookingHasABrokenFacet(
        string element, string how, Func<BookingAnswer, BookingAnswer> change)
    {
        Assert.NotEmpty(how);
        await using var scene = await RemoteScene.SetAsync();
        scene.Planner.Assemble = change;

        await scene.AssertRefusedAsync(9329);

        var report = Assert.Single(await scene.ReportsAsync());
        Assert.Equal((9329, (Guid?)SoundAnswers.OptionId), (report.Code, report.OptionId));
        Assert.Contains(element, report.Text!.Split(", "));

        Assert.Equal(["Reserve", "Release"], scene.Planner.Calls.Select(call => call.Call));
    }

    [Fact]
    public async Task CreateBooking_BookingWithEveryElement_KeepsTheContract()
    {
        await using var scene = await RemoteScene.SetAsync();
        Assert.Null((await scene.BookAsync()).Value.PendingSince);

        var details = (await scene.BookingsAsync()).Single().Details;
        Assert.Equal(("Tag dit cv med.", "+4587654321", "Mette Lund Holm"), (details.Description, details.PhoneNumber, details.Supervisor.FullName));
        Assert.Equal(("Bygning B", 12), (details.Location!.Address!.MailDeliverySublocationIdentifier, details.Location.Address.PostOfficeBoxIdentifier));
        Assert.Equal("Ole Lind", details.Participants.Single().Name);
    }

    [Fact]
    public async Task CreateBooking_BookingWithRequiredElementsOnly_KeepsTheContract()
    {
        await using var scene = await RemoteScene.SetAsync();
        scene.Planner.Assemble = booking => booking with
        {
            RebookingPossible = false,
            RebookingDeadline = null,
            CancellationPossible = false,
            CancellationDeadline = null,
            Description = null,
            Location = null,
            DigitalContact = null,
            PhoneNumber = null,
            ShouldCitizenCall = null,
            UnemploymentFundParticipation = null,
            MoreAuthorities = null,
            Participants = null,
            DurationMinutes = null,
            PrintComment = null,
        };

        Assert.Null((await scene.BookAsync(scene.Request with { ContactType = 2 })).Value.PendingSince);
    }

    [Fact]
    public async Task GetSelfbookInterviewOptions_TwoBrokenOffersAskedForTwice_OneReportEach()
    {
        await using var scene = await RemoteScene.SetAsync();
        var unreadable = SoundAnswers.Option with { Id = "x" };
        scene.Planner.SendOptions = _ => new OptionsAnswer(
            [SoundAnswers.Option with { Title = null, DurationMinutes = null }, unreadable, SoundAnswers.Option with { Id = OtherOption.ToString() }]);

        await AskAsync(scene);
        await AskAsync(scene);

        var reports = await scene.ReportsAsync();
        Assert.Equal([null, SoundAnswers.OptionId], reports.Select(report => report.OptionId).Order());
        Assert.Contains(reports, report => report.Text == "moedeVarighed, moedetitel");
    }

    [Fact]
    public async Task GetSelfbookInterviewOptions_9329_NothingSoundRemains()
    {
        await using var scene = await RemoteScene.SetAsync();
        scene.Planner.SendOptions = _ => new OptionsAnswer([SoundAnswers.Option with { Title = null }]);
        Assert.Equal(9329, (await AskAsync(scene)).Leading!.Code.Number);
        Assert.Single(await scene.ReportsAsync());
    }

    [Fact]
    public async Task GetSelfbookInterviewOptions_9329_TheEnvelopeIsBroken()
    {
        await using var scene = await RemoteScene.SetAsync();
        scene.Planner.SendOptions = _ => new OptionsAnswer(null);
        Assert.Equal(9329, (await AskAsync(scene)).Leading!.Code.Number);
    }

    [Fact]
    public async Task GetSelfbookInterviewOptions_AnEmptyCollection_IsNoOffers()
    {
        await using var scene = await RemoteScene.SetAsync();
        scene.Planner.SendOptions = _ => new OptionsAnswer([]);
        Assert.Empty((await AskAsync(scene)).Value.Options);
    }

    [Fact]
    public async Task GetSelfbookTimeslots_9303_TheEnvelopeIsBrokenOrNothingSoundRemains()
    {
        await using var scene = await RemoteScene.SetAsync();
        Func<TimeslotsAnswer, TimeslotsAnswer>[] broken =
        [
            answer => answer with { Supervisors = null },
            answer => answer with { Timeslots = null },
            answer => answer with { Supervisors = [SoundAnswers.SupervisorToBook, SoundAnswers.SupervisorToBook] },
            answer => answer with { Supervisors = [SoundAnswers.SupervisorToBook with { Id = null }] },
            answer => answer with { Supervisors = [SoundAnswers.SupervisorToBook with { Supervisor = SoundAnswers.Supervisor with { Surname = null } }] },
        ];
        foreach (var change in broken)
        {
            scene.Planner.SendTimeslots = change;
            var result = await scene.Portal.Get<GetSelfbookTimeslots>().ExecuteAsync(
                new GetSelfbookTimeslotsRequest(
                    CitizenReference.ById(scene.Citizen.Id), SoundAnswers.OptionId, scene.Start, scene.Start.AddDays(1)),
                TestContext.Current.CancellationToken);
            Assert.Equal(9303, result.Leading!.Code.Number);
        }
    }

    private static Task<Domain.Result<SelfbookInterviewOptions>> AskAsync(RemoteScene scene) =>
        scene.Portal.Get<GetSelfbookInterviewOptions>().ExecuteAsync(
            new GetSelfbookInterviewOptionsRequest(CitizenReference.ById(scene.Citizen.Id)), TestContext.Current.CancellationToken);

    private static OptionAnswer Group(OptionAnswer option) => option with
    {
        InterviewFormType = 2,
        AllowChoiceOfSupervisor = false,
        FirstTimeslot = DateTimeOffset.UnixEpoch,
        LastTimeslot = DateTimeOffset.UnixEpoch,
    };

    private static Func<OptionAnswer, OptionAnswer> At(Func<AddressAnswer, AddressAnswer> change) =>
        option => option with { Location = SoundAnswers.Location with { Address = change(SoundAnswers.Address) } };

    private static Func<OptionAnswer, OptionAnswer> By(Func<SupervisorAnswer, SupervisorAnswer> change) =>
        option => option with { Supervisors = [change(SoundAnswers.Supervisor)] };

    private static Func<BookingAnswer, BookingAnswer> In(Func<AddressAnswer, AddressAnswer> change) =>
        booking => booking with { Location = booking.Location! with { Address = change(booking.Location.Address!) } };

    private static Func<BookingAnswer, BookingAnswer> Beside(Func<ParticipantAnswer, ParticipantAnswer> change) =>
        booking => booking with { Participants = [change(booking.Participants![0])] };
}
