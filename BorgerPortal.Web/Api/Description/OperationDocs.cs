using BorgerPortal.Domain.Operations;
using BorgerPortal.Web.Api.Calls;
using BorgerPortal.Web.Api.Wire;

namespace BorgerPortal.Web.Api.Description;

/// <summary>What the OpenAPI document says of each operation, by its wire name. What each does stands in docs/operations.md, which is shown too.</summary>
internal static class OperationDocs
{
    private const string Citizen = "Borger";
    private const string Options = "Mødetilbud";
    private const string Bookings = "Indkaldelser";
    private const string Immediate = "Straksbooking";
    private const string Reports = "Fejlmeldinger";
    private const string CodeLists = "Kodelister";

    public static readonly IReadOnlyDictionary<string, OperationDoc> All = new Dictionary<string, OperationDoc>(StringComparer.Ordinal)
    {
        [OperationNames.GetCitizenStatus] = new(
            "May the citizen book, which deadlines are open, must they book at once", Citizen, [],
            [AnswerDoc.Ok("What the citizen may and must do.", Samples.Status, WireJson.Written.Borgerstatus)]),

        [OperationNames.GetSelfbookInterviewOptions] = new(
            "The offers meant for the citizen", Options, [],
            [AnswerDoc.Ok("The offers; an empty list where there is none.", Samples.Options, WireJson.Written.Moedetilbudsliste)]),

        [OperationNames.GetSelfbookTimeslots] = new(
            "The free times of an offer", Options,
            [ParameterDoc.OptionId, ParameterDoc.From, ParameterDoc.To, ParameterDoc.ContactType, ParameterDoc.CaseWorker],
            [AnswerDoc.Ok(
                "The times, earliest first. Each names its free caseworkers by their number in `bookbareSagsbehandlere`.",
                Samples.Timeslots, WireJson.Written.Moedetidsliste)]),

        [OperationNames.CreateBooking] = new(
            "Book a time", Options, [ParameterDoc.OptionId],
            [
                new AnswerDoc(StatusCodes.Status201Created, "Booked; no body.", Body: null, HasLocation: true),
                Unsettled("it may or may not be booked"),
            ])
        {
            Body = BodyDoc.Of(Samples.Request, WireJson.Written.Bookinganmodning),
        },

        [OperationNames.GetBookings] = new(
            "The citizen's bookings of today and later", Bookings, [],
            [AnswerDoc.Ok(
                "The bookings, earliest first; an empty list where there is none.",
                new Indkaldelsesliste([Samples.Booking]), WireJson.Written.Indkaldelsesliste)]),

        [OperationNames.GetBooking] = new(
            "One booking", Bookings, [ParameterDoc.BookingId],
            [AnswerDoc.Ok("The booking.", Samples.Booking, WireJson.Written.Indkaldelse)]),

        [OperationNames.RescheduleBooking] = new(
            "Move a booking to another time of its offer", Bookings, [ParameterDoc.BookingId],
            [Done("Moved; no body."), Unsettled("it may or may not be moved")])
        {
            Body = BodyDoc.Of(Samples.Move, WireJson.Written.Ombookinganmodning),
        },

        [OperationNames.CancelBooking] = new(
            "Cancel a booking", Bookings, [ParameterDoc.BookingId],
            [Done("Cancelled; no body."), Unsettled("it may or may not be cancelled")]),

        [OperationNames.AcceptBooking] = new(
            "Accept a summons", Bookings, [ParameterDoc.BookingId],
            [Done("Accepted, or nothing to accept; no body."), Unsettled("it may or may not be accepted")]),

        [OperationNames.GetRescheduleCaseWorkers] = new(
            "Who could hold a booking that is to be moved", Bookings, [ParameterDoc.BookingId],
            [AnswerDoc.Ok(
                "The caseworkers, whether or not they have time; no list where there is no choice.",
                Samples.CaseWorkers, WireJson.Written.Ombookingssagsbehandlere)]),

        [OperationNames.GetRescheduleTimeslots] = new(
            "The times to which a booking may be moved", Bookings,
            [ParameterDoc.BookingId, ParameterDoc.OwnOptionId, ParameterDoc.From, ParameterDoc.To, ParameterDoc.ContactType, ParameterDoc.CaseWorker],
            [AnswerDoc.Ok(
                "The times, earliest first; the booking's own counts as free.", Samples.MoveTimeslots, WireJson.Written.Ombookingsmoedetider)]),

        [OperationNames.GetImmediateBookingTimeslots] = new(
            "The times of which the citizen must book one at once", Immediate, [],
            [AnswerDoc.Ok(
                "The times with their offers, earliest first, and the citizen's bookings; empty where booking at once is not required.",
                Samples.ImmediateTimeslots, WireJson.Written.Straksbookingsliste)]),

        [OperationNames.CreateErrorReport] = new(
            "Report an error", Reports, [], [Done("Filed; no body.")])
        {
            Body = BodyDoc.Of(Samples.Report, WireJson.Written.Fejlanmodning),
        },

        [ApiEndpoints.GetCodeLists] = new(
            "The code lists", CodeLists, [],
            [AnswerDoc.Ok(
                "Every list by its name, each entry with its Danish and English name.",
                CodeListCalls.All, WireJson.Written.IReadOnlyDictionaryStringIReadOnlyListKode)])
        {
            IsAboutACitizen = false,
            Description = "Every code that the calls above use, with its names. About nobody: no personnummer is asked for.",
        },
    };

    private static AnswerDoc Done(string description) => new(StatusCodes.Status204NoContent, description, Body: null);

    private static AnswerDoc Unsettled(string what) => new(
        StatusCodes.Status202Accepted,
        $"The booking system has not confirmed yet: {what}. The booking at `Location` tells when that is settled.",
        BodyDoc.Of(Samples.Pending, WireJson.Written.Afventer), HasLocation: true);
}
