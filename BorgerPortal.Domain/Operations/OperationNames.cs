namespace BorgerPortal.Domain.Operations;

/// <summary>The operations' names on the wire.</summary>
public static class OperationNames
{
    public const string GetCitizenStatus = "GetBorgerstatus";
    public const string GetSelfbookInterviewOptions = "GetSelvbookingMoedetilbud";
    public const string GetSelfbookTimeslots = "GetSelvbookingMoedetider";
    public const string CreateBooking = "CreateBooking";
    public const string RescheduleBooking = "CreateOmbooking";
    public const string CancelBooking = "DeleteBooking";
    public const string AcceptBooking = "SaveIndkaldelsesaccept";
    public const string GetRescheduleCaseWorkers = "GetOmbookingSagsbehandlere";
    public const string GetRescheduleTimeslots = "GetOmbookingMoedetider";
    public const string GetImmediateBookingTimeslots = "GetStraksbookingMoedetider";
    public const string CreateErrorReport = "CreateFejlmelding";
    public const string GetBookings = "GetIndkaldelser";
    public const string GetBooking = "GetIndkaldelse";
}
