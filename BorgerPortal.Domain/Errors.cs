using System.Collections.Frozen;
using System.Reflection;

namespace BorgerPortal.Domain;

/// <summary>What sort of answer an error is; the HTTP binding turns each kind into one status.</summary>
public enum ErrorKind
{
    Invalid,
    Forbidden,
    NotFound,
    Conflict,
    Rule,
    BadGateway,
    Unavailable,
}

/// <summary>One line of the error table.</summary>
/// <param name="Number">The code on the wire (fejlkode).</param>
/// <param name="Kind">What sort of answer it is.</param>
/// <param name="Text">The text of JobnetCitizenStatusService version 10, to the letter.</param>
/// <param name="NewCode">The code of the later service family, where one is published (nyFejlkode).</param>
public sealed record ErrorCode(int Number, ErrorKind Kind, string Text, int? NewCode = null)
{
    public override string ToString() => Number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>THE error table: every code that an operation may answer. Which operation answers which: docs/errors.json.</summary>
public static class Errors
{
    public static readonly ErrorCode UnknownPersonnummer = new(1010, ErrorKind.NotFound, "Ukendt personnummer");
    public static readonly ErrorCode InvalidMessage = new(1014, ErrorKind.Invalid, "Failed to validate message", NewCode: 99000);
    public static readonly ErrorCode UnknownCustomerNumber = new(4400, ErrorKind.NotFound, "CV Customer Number is unknown");
    public static readonly ErrorCode CitizenIsDead = new(4405, ErrorKind.Rule, "The person with specified cpr is dead");
    public static readonly ErrorCode StartHasPassed = new(4650, ErrorKind.Rule, "It is not allowed to delete this registration because the startdate lies in the past");
    public static readonly ErrorCode InvalidContactType = new(4708, ErrorKind.Rule, "The submitted InterviewContactTypeIdentifier is invalid", NewCode: 90000);
    public static readonly ErrorCode InvalidInterviewType = new(4709, ErrorKind.Rule, "The submitted InterviewTypeIdentifier is invalid", NewCode: 90001);
    public static readonly ErrorCode BookingAlreadyTaken = new(4767, ErrorKind.Conflict, "The booking has already been taken");
    public static readonly ErrorCode UnknownBooking = new(4768, ErrorKind.NotFound, "The submitted BookingIdentifier is unknown to the system", NewCode: 90036);
    public static readonly ErrorCode BookingSystemUnreachable = new(4769, ErrorKind.Unavailable, "The connection to an external bookingsystem could not be established");
    public static readonly ErrorCode NoFreeTimes = new(4770, ErrorKind.NotFound, "There are no available booking options");
    public static readonly ErrorCode StartBeforeToday = new(4783, ErrorKind.Rule, "The BookingTime cannot be before todays date", NewCode: 90002);
    public static readonly ErrorCode EndBeforeStart = new(4792, ErrorKind.Rule, "The BookingEndTime cannot be before BookingStartTime", NewCode: 90004);
    public static readonly ErrorCode HtmlInPrintComment = new(4804, ErrorKind.Rule, "The booking print comment must not include HTML tags");
    public static readonly ErrorCode InvalidInterviewFormType = new(4805, ErrorKind.Rule, "The submitted InterviewFormTypeIdentifier is invalid.", NewCode: 90005);
    public static readonly ErrorCode SelfbookingNotAllowed = new(4812, ErrorKind.Rule, "The booking does not allow selfbooking");
    public static readonly ErrorCode TimeNoLongerAvailable = new(4819, ErrorKind.Conflict, "The BookingStartTime is no longer available");
    public static readonly ErrorCode CancellationNotAllowed = new(4820, ErrorKind.Rule, "Cancellation is not allowed");
    public static readonly ErrorCode UnknownCaseWorker = new(4822, ErrorKind.Rule, "Could not find the caseworker with the specified CVR-RID");
    public static readonly ErrorCode NotThisCitizens = new(8107, ErrorKind.Forbidden, "The BookingIdentifier does not correspond to the person civil registration identifier");
    public static readonly ErrorCode UnknownInterviewOption = new(8108, ErrorKind.NotFound, "The specified InterviewOptionID is not active or is unknown to the system");
    public static readonly ErrorCode OutsideOptionBounds = new(8109, ErrorKind.Rule, "The booking time is NOT within the allowed range of dates for this interview option");
    public static readonly ErrorCode CitizenLookupFailed = new(8111, ErrorKind.NotFound, "An error occured when trying to look up the supplied PersonCivilRegistrationIdentifier", NewCode: 99012);
    public static readonly ErrorCode RebookingDeadlineMissing = new(8126, ErrorKind.Rule, "Rebooking deadline must be specified if rebooking is possible", NewCode: 90010);
    public static readonly ErrorCode CancellationDeadlineNotAllowed = new(8127, ErrorKind.Rule, "Cancellation deadline cannot be specified if cancel booking is not possible", NewCode: 90014);
    public static readonly ErrorCode CancellationDeadlineMissing = new(8128, ErrorKind.Rule, "Cancellation deadline must be specified if cancel booking is possible");
    public static readonly ErrorCode AddressMissing = new(8129, ErrorKind.Rule, "An address is required for meetings with personal contact");
    public static readonly ErrorCode EndOrDurationMissing = new(8130, ErrorKind.Rule, "End time or duration is required for bookings with this interview type");
    public static readonly ErrorCode PhoneNumberMissing = new(8131, ErrorKind.Rule, "Phonenumber is required for bookings where the citizen is expected to initiate the interview");
    public static readonly ErrorCode RebookingDeadlineBeforeToday = new(8132, ErrorKind.Rule, "The rebooking deadline must not be before todays date");
    public static readonly ErrorCode CancellationDeadlineBeforeToday = new(8133, ErrorKind.Rule, "The cancellation deadline must not be before todays date");
    public static readonly ErrorCode RebookingDeadlineAfterStart = new(8134, ErrorKind.Rule, "The rebooking deadline cannot be after BookingStartTime");
    public static readonly ErrorCode LongerThanOneDay = new(8135, ErrorKind.Rule, "Booking duration is greater than one day");
    public static readonly ErrorCode CancellationDeadlineAfterStart = new(8136, ErrorKind.Rule, "The cancellation deadline cannot be after BookingStartTime");
    public static readonly ErrorCode RebookingNotAllowedForType = new(8270, ErrorKind.Rule, "ReBookingPossible has to be false for bookings with interviewtype Id 17 and Id 18");
    public static readonly ErrorCode JobInterviewAlreadyBooked = new(8273, ErrorKind.Conflict, "Citizen already has a booking of type Jobsamtale.");
    public static readonly ErrorCode LaterThanDeadline = new(8288, ErrorKind.Rule, "Booking is later than deadline of existing InterviewDeadline with same InterviewType.");
    public static readonly ErrorCode CaseWorkerNotAllowed = new(9003, ErrorKind.Rule, "The interview supervisor specified is not allowed for this interview option");
    public static readonly ErrorCode BookingSystemNotConfigured = new(9018, ErrorKind.Unavailable, "Selfbooking failed because an External bookingsystem configuration is missing");
    public static readonly ErrorCode RehabTeamNotAllowed = new(9121, ErrorKind.Rule, "Interview in rehab team is not allowed for this contact group");
    public static readonly ErrorCode ImmediateBookingIsFixed = new(9130, ErrorKind.Rule, "The Booking can not be rescheduled or cancelled by the citizen because it is an immediate booking");
    public static readonly ErrorCode FollowUpAlreadyBooked = new(9220, ErrorKind.Conflict, "Citizen already has a booking of type Opfølgningssamtale");
    public static readonly ErrorCode BookingSystemFault = new(9303, ErrorKind.BadGateway, "Unhandled error received from the remote system");
    public static readonly ErrorCode BookingSystemBrokeContract = new(9329, ErrorKind.BadGateway, "Response from external planner system violated the wsdl contract");
    public static readonly ErrorCode IllegalErrorOrigin = new(99201, ErrorKind.Rule, "Ulovligt system angivet som ophav");
    public static readonly ErrorCode UnknownOptionInReport = new(99202, ErrorKind.NotFound, "Ukendt MødetilbudId");
    public static readonly ErrorCode UnknownBookingInReport = new(99203, ErrorKind.NotFound, "Ukendt IndkaldelseId");
    public static readonly ErrorCode UnknownErrorCode = new(99204, ErrorKind.Rule, "Ukendt fejlkode");

    /// <summary>Every code by its number.</summary>
    public static readonly FrozenDictionary<int, ErrorCode> ByNumber = typeof(Errors)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Where(field => field.FieldType == typeof(ErrorCode))
        .Select(field => (ErrorCode)field.GetValue(null)!)
        .ToFrozenDictionary(error => error.Number);
}
