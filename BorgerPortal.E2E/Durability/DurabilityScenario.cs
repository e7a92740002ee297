using System.Globalization;
using System.Text.Json;

namespace BorgerPortal.E2E.Durability;

/// <summary>Four citizens, one offer and a great many times, so that bookings can be streamed at the portal.</summary>
internal static class DurabilityScenario
{
    /// <summary>The portal's clock stands here when it starts, so the times lie ahead on whatever day this runs.</summary>
    public const string Now = "2027-03-01T10:00";

    private const string JobCentre = "10101";
    private const int SeatsPerTime = 4;
    private static readonly DateTime FirstDay = new(2027, 3, 8, 8, 0, 0, DateTimeKind.Unspecified);
    private static readonly Guid Offer = new("5b1f6f0a-0001-4000-8000-0000000000d0");

    public static readonly IReadOnlyList<string> Citizens = ["0101505001", "0201505002", "0301505003", "0401505004"];

    public static void Write(string file) => File.WriteAllText(file, JsonSerializer.Serialize(new
    {
        jobcentre = new[] { new { kode = JobCentre, navn = "Jobcenter Aarhus" } },
        sagsbehandlere = CaseWorkers().Select(id => new { eksterntId = id, fornavne = "Mette", efternavn = "Holm", jobcenter = JobCentre }),
        borgere = Citizens.Select(number => new
        {
            personnummer = number,
            fornavne = "Anna",
            efternavn = "Berg",
            jobcenter = JobCentre,
            kontaktgruppe = 1,
            kundenummer = "12345678",
        }),
        moedetilbud = new[]
        {
            new
            {
                moedetilbudId = Offer,
                jobcenter = JobCentre,
                samtaleType = 12,
                moedeGruppeType = 1,
                samtaleformer = new[] { 2 },
                moedeVarighed = 30,
                moedetitel = "Anden samtale",
                telefonnummer = "12345678",
                sagsbehandlere = CaseWorkers(),
            },
        },
        moedetider = Times().Select(time => new { moedetilbudId = Offer, starttidspunkt = time, sagsbehandlere = CaseWorkers() }),
    }));

    /// <summary>Bookings that all succeed: each a citizen at a time of its own, with a seat for everybody.</summary>
    public static IEnumerable<BookingCall> Bookings() => Times()
        .SelectMany(time => Citizens, (time, citizen) => (time, citizen))
        .Select((booking, number) => new BookingCall($"durability-{number:D5}", booking.citizen, Offer, booking.time));

    private static string[] CaseWorkers() => [.. Enumerable.Range(1, SeatsPerTime).Select(number => $"RID-{number}")];

    private static IEnumerable<string> Times() =>
        from day in Enumerable.Range(0, 14)
        from half in Enumerable.Range(0, 16)
        select FirstDay.AddDays(day).AddMinutes(30 * half).ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);
}
