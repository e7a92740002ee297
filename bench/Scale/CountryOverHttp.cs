using System.Collections.Concurrent;
using System.Net;
using BorgerPortal.Bench.CreateBooking;
using BorgerPortal.Bench.Serving;
using BorgerPortal.Domain.Operations;
using BorgerPortal.Domain.Planner;
using BorgerPortal.Domain.Time;

namespace BorgerPortal.Bench.Scale;

/// <summary>The portal on a country, over HTTP.</summary>
internal sealed class CountryOverHttp(ServerProcess server, Country country)
{
    /// <summary>Those who book here have not booked in process: in a small country they come a lap later.</summary>
    private const int First = Country.CitizensEach;

    /// <summary>Calls before any that counts: as in process, as far as time allows.</summary>
    private const int WarmUp = 30_000;

    /// <summary>The same for calls that read some hundred times.</summary>
    private const int WarmUpOfTimes = 10_000;

    /// <summary>Where the booking is that a call with a number has made: later calls with it are about that one.</summary>
    private readonly ConcurrentDictionary<int, Uri> _made = new();

    private string Month => $"startMoedetidsinterval={Uri.EscapeDataString(country.StartOf(0).ToWire())}&slutMoedetidsinterval={Uri.EscapeDataString(country.StartOf(0).AddDays(31).ToWire())}";

    public IEnumerable<CountryCall> Operations() =>
    [
        Read(OperationNames.GetCitizenStatus, _ => "/borgerstatus"),
        Read(OperationNames.GetSelfbookInterviewOptions, _ => "/moedetilbud"),
        Read(OperationNames.GetSelfbookTimeslots, TimesOf) with { WarmUp = WarmUpOfTimes },
        Read(OperationNames.GetBookings, _ => "/indkaldelser"),
        Read(OperationNames.GetBooking, number => $"/indkaldelser/{Country.BookingId(country.CitizenOf(number) * 2)}"),
        CountryCall.Change(OperationNames.CreateBooking, async number => _made[number] = (await server.SendAsync(Booking(First + number), HttpStatusCode.Created))!),
        CountryCall.Change(OperationNames.GetRescheduleCaseWorkers, number => SendAsync(number, HttpMethod.Get, "/ombooking/sagsbehandlere", HttpStatusCode.OK)),
        CountryCall.Change(OperationNames.GetRescheduleTimeslots, number => SendAsync(
            number, HttpMethod.Get, $"/ombooking/moedetider?moedetilbudId={country.OptionOf(First + number)}&{Month}", HttpStatusCode.OK)),
        CountryCall.Change(OperationNames.RescheduleBooking, number => SendAsync(
            number, HttpMethod.Post, "/ombooking", HttpStatusCode.NoContent, new { moedeStarttidspunkt = country.StartOf(country.NextTimeOf(First + number)).ToWire() })),
        CountryCall.Change(OperationNames.AcceptBooking, number => SendAsync(number, HttpMethod.Put, "/accept", HttpStatusCode.NoContent)),
        CountryCall.Change(OperationNames.CancelBooking, number => SendAsync(number, HttpMethod.Delete, "", HttpStatusCode.NoContent)),
        CountryCall.Change(OperationNames.CreateErrorReport, number => server.SendAsync(Report(First + number), HttpStatusCode.NoContent)),
    ];

    private CountryCall Read(string name, Func<int, string> path) => new(
        name, number => server.SendAsync(Portal.Call(HttpMethod.Get, path(number), PersonnummerOf(number)), HttpStatusCode.OK))
    {
        WarmUp = WarmUp,
    };

    private string TimesOf(int number) => $"/moedetilbud/{country.OptionOf(number)}/moedetider?{Month}";

    /// <summary>A call about the booking that was made with the same number.</summary>
    private Task<Uri?> SendAsync(int number, HttpMethod method, string path, HttpStatusCode expected, object? body = null)
    {
        var request = Portal.Call(method, $"/indkaldelser/{_made[number].OriginalString.Split('/')[^1]}{path}", PersonnummerOf(First + number));
        return server.SendAsync(With(request, method.Method, number, body), expected);
    }

    private HttpRequestMessage Report(int number) => With(
        Portal.Call(HttpMethod.Post, "/fejlmeldinger", PersonnummerOf(number)),
        "report",
        number,
        new { moedetilbudId = country.OptionOf(number), fejlkode = 1, fejltekst = "Tiden forsvandt.", fejlOphav = 32, fejlTidspunkt = country.StartOf(0).ToWire() });

    private HttpRequestMessage Booking(int number) => With(
        Portal.Call(HttpMethod.Post, $"/moedetilbud/{country.OptionOf(number)}/booking", PersonnummerOf(number)),
        "book",
        number,
        new { moedeStarttidspunkt = country.StartOf(country.TimeOf(number)).ToWire(), samtaleformType = ContactType.Personal });

    private static HttpRequestMessage With(HttpRequestMessage request, string what, int number, object? body)
    {
        if (request.Method != HttpMethod.Get)
        {
            request.Headers.Add("x-requestId", $"scale-{what}-{number:D8}");
        }

        request.Content = body is null ? null : JsonContent.Create(body);
        return request;
    }

    private string PersonnummerOf(int number) => SeedFile.PersonnummerOf(country.CitizenOf(number));
}
