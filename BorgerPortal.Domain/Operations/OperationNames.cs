namespace BorgerPortal.Domain.Operations;

/// <summary>The operations' names on the wire.</summary>
public static class OperationNames
{
    public const string GetCitizenStatus = "GetBorgerstatus";
    public const string GetSelfbookInterviewOptions = "GetSelvbookingMoedetilbud";
    public const string GetSelfbookTimeslots = "GetSelvbookingMoedetider";
    public const string CreateBooking = "CreateBooking";
    public const string GetBookings = "GetIndkaldelser";
    public const string GetBooking = "GetIndkaldelse";
}
