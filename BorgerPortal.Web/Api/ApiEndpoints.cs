using BorgerPortal.Domain.Operations;
using BorgerPortal.Web.Api.Calls;
using BorgerPortal.Web.Api.Reading;

namespace BorgerPortal.Web.Api;

/// <summary>The operations over HTTP, one line each. Nothing is decided here: a call is read, carried out and answered.</summary>
internal static class ApiEndpoints
{
    public const string BasePath = "/v1/JobnetCitizenStatus";

    /// <summary>No operation of the domain's: the lists are data.</summary>
    public const string GetCodeLists = "GetKodelister";

    public static void MapOperations(this IEndpointRouteBuilder routes)
    {
        // A client shows its key, not a log-in: the pages' own rules for that do not hold here.
        var api = routes.MapGroup(BasePath).AllowAnonymous().AddEndpointFilter(Negotiation.RefuseUnacceptableAsync);

        api.MapRead("/borgerstatus", OperationNames.GetCitizenStatus, CitizenCalls.GetStatusAsync);
        api.MapRead("/moedetilbud", OperationNames.GetSelfbookInterviewOptions, SelfbookCalls.GetOptionsAsync);
        api.MapRead("/moedetilbud/{moedetilbudId}/moedetider", OperationNames.GetSelfbookTimeslots, SelfbookCalls.GetTimeslotsAsync);
        api.MapChange(HttpMethods.Post, "/moedetilbud/{moedetilbudId}/booking", OperationNames.CreateBooking, BookingCalls.CreateAsync);
        api.MapRead("/indkaldelser", OperationNames.GetBookings, BookingCalls.GetAllAsync);
        api.MapRead("/indkaldelser/{indkaldelseId}", OperationNames.GetBooking, BookingCalls.GetAsync);
        api.MapChange(HttpMethods.Post, "/indkaldelser/{indkaldelseId}/ombooking", OperationNames.RescheduleBooking, BookingCalls.RescheduleAsync);
        api.MapChange(HttpMethods.Delete, "/indkaldelser/{indkaldelseId}", OperationNames.CancelBooking, BookingCalls.CancelAsync);
        api.MapChange(HttpMethods.Put, "/indkaldelser/{indkaldelseId}/accept", OperationNames.AcceptBooking, BookingCalls.AcceptAsync);
        api.MapRead("/indkaldelser/{indkaldelseId}/ombooking/sagsbehandlere", OperationNames.GetRescheduleCaseWorkers, RescheduleCalls.GetCaseWorkersAsync);
        api.MapRead("/indkaldelser/{indkaldelseId}/ombooking/moedetider", OperationNames.GetRescheduleTimeslots, RescheduleCalls.GetTimeslotsAsync);
        api.MapRead("/straksbooking/moedetider", OperationNames.GetImmediateBookingTimeslots, RescheduleCalls.GetImmediateAsync);
        api.MapChange(HttpMethods.Post, "/fejlmeldinger", OperationNames.CreateErrorReport, ErrorReportCalls.CreateAsync);
        api.MapRead("/kodelister", GetCodeLists, CodeListCalls.GetAll);
    }

    private static void MapRead(this RouteGroupBuilder api, string pattern, string operation, Delegate handler) =>
        api.MapMethods(pattern, [HttpMethods.Get, HttpMethods.Head], handler).WithMetadata(new OperationName(operation));

    private static void MapChange(this RouteGroupBuilder api, string method, string pattern, string operation, Delegate handler) =>
        api.MapMethods(pattern, [method], handler)
            .WithMetadata(new OperationName(operation))
            .AddEndpointFilter<RequestIdFilter>();
}
