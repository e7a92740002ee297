using System.Globalization;
using System.Text;
using BorgerPortal.Domain.Audit;
using BorgerPortal.Domain.Operations;
using BorgerPortal.Domain.Requests;
using BorgerPortal.Domain.Security;

namespace BorgerPortal.Web.Journeys.Book;

/// <summary>The last step's attempt as the operations know it: a request id, so that trying again gives the same booking.</summary>
public static class BookingAttempt
{
    private const string Client = "portal";

    public static Caller CallerOf(CreateBookingRequest request, Guid attempt, PersonnummerVault vault) => CallerOf(
        OperationNames.CreateBooking, $"{request.Citizen.Id}|{request.OptionId}|{request.StartTime:O}|{request.ContactType}|{request.SupervisorIdentifier}", attempt, vault);

    public static Caller CallerOf(RescheduleBookingRequest request, Guid attempt, PersonnummerVault vault) => CallerOf(
        OperationNames.RescheduleBooking, $"{request.Citizen.Id}|{request.BookingId}|{request.StartTime:O}|{request.ContactType}|{request.SupervisorIdentifier}", attempt, vault);

    private static Caller CallerOf(string operation, FormattableString payload, Guid attempt, PersonnummerVault vault) => new(
        ActorKind.Citizen,
        Request: new RequestKey(
            Client, operation, attempt.ToString("N"), vault.Hash(Encoding.UTF8.GetBytes(payload.ToString(CultureInfo.InvariantCulture)))));
}
