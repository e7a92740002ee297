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

    private const int WarmUp = 3_000;

    public IEnumerable<CountryCall> Operations() =>
    [
        Read(OperationNames.GetCitizenStatus, _ => "/borgerstatus"),
        Read(OperationNames.GetSelfbookInterviewOptions, _ => "/moedetilbud"),
        Read(OperationNames.GetSelfbookTimeslots, TimesOf),
        Read(OperationNames.GetBookings, _ => "/indkaldelser"),
        Read(OperationNames.GetBooking, number => $"/indkaldelser/{Country.BookingId(country.CitizenOf(number) * 2)}"),
        new(OperationNames.CreateBooking, number => server.SendAsync(Booking(First + number), System.Net.HttpStatusCode.Created))
        {
            WarmUp = 0,
            Calls = CountryCall.Bookings,
        },
    ];

    private CountryCall Read(string name, Func<int, string> path) => new(
        name, number => server.SendAsync(Portal.Call(HttpMethod.Get, path(number), PersonnummerOf(number)), System.Net.HttpStatusCode.OK))
    {
        WarmUp = WarmUp,
    };

    private string TimesOf(int number) =>
        $"/moedetilbud/{country.OptionOf(number)}/moedetider?startMoedetidsinterval={Uri.EscapeDataString(country.StartOf(0).ToWire())}"
        + $"&slutMoedetidsinterval={Uri.EscapeDataString(country.StartOf(0).AddDays(31).ToWire())}";

    private HttpRequestMessage Booking(int number)
    {
        var request = Portal.Call(HttpMethod.Post, $"/moedetilbud/{country.OptionOf(number)}/booking", PersonnummerOf(number));
        request.Headers.Add("x-requestId", $"scale-{number:D8}");
        request.Content = JsonContent.Create(new
        {
            moedeStarttidspunkt = country.StartOf(country.TimeOf(number)).ToWire(),
            samtaleformType = ContactType.Personal,
        });
        return request;
    }

    private string PersonnummerOf(int number) => SeedFile.PersonnummerOf(country.CitizenOf(number));
}
