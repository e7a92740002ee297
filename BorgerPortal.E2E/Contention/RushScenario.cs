using System.Globalization;
using System.Text.Json;

namespace BorgerPortal.E2E.Contention;

/// <summary>What many citizens want at once: a few seats.</summary>
/// <param name="Name">Which kind.</param>
/// <param name="Seats">How many there are.</param>
/// <param name="Day">Each has a day, offers and caseworkers of its own, so that none stands in another's way.</param>
internal sealed record Prize(string Name, int Seats, int Day)
{
    public const string Individual = "individual";
    public const string Group = "group";
    public const string Overlapping = "two overlapping offers";

    /// <summary>Offers with the time at which each has its seats.</summary>
    public IReadOnlyList<(Guid Offer, string Start)> Times => Name == Overlapping
        ? [(OfferId(1), StartAt(0)), (OfferId(2), StartAt(15))]
        : [(OfferId(1), StartAt(0))];

    public int? GroupSeats => Name == Group ? Seats : null;

    public IEnumerable<string> CaseWorkers => Enumerable.Range(1, Name == Group ? 1 : Seats).Select(number => $"RID-{Day}-{number}");

    private Guid OfferId(int number) => Guid.ParseExact($"5b1f6f0a-{Day:D4}-4000-8000-{number:D12}", "D");

    private string StartAt(int minute) =>
        new DateTime(2027, 3, 8, 9, minute, 0, DateTimeKind.Unspecified).AddDays(Day).ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);
}

/// <summary>A few seats to which many citizens want to move a booking of their own; each has a day of its own in the calendar.</summary>
/// <param name="Seats">How many there are.</param>
/// <param name="Week">Its weeks, offer and caseworkers.</param>
internal sealed record MovePrize(int Seats, int Week)
{
    private static readonly DateTime First = new(2027, 4, 5, 0, 0, 0, DateTimeKind.Unspecified);

    public Guid Offer { get; } = Guid.ParseExact($"5b1f6f0a-{Week + 100:D4}-4000-8000-000000000001", "D");

    /// <summary>What everybody wants.</summary>
    public string Target => At(First.AddDays((14 * Week) + 10).AddHours(9));

    public IEnumerable<string> CaseWorkers => Enumerable.Range(1, Seats).Select(number => $"RID-M{Week}-{number}");

    /// <summary>What a citizen has before.</summary>
    public string HomeOf(int citizen) => At(First.AddDays(14 * Week).AddMinutes(30 * citizen));

    private static string At(DateTime local) => local.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);
}

/// <summary>200 citizens and nine prizes.</summary>
internal static class RushScenario
{
    /// <summary>The portals' clocks stand here when they start.</summary>
    public const string Now = "2027-03-01T10:00";

    private const string JobCentre = "10101";

    public static readonly IReadOnlyList<string> Citizens =
        [.. Enumerable.Range(0, 200).Select(number => new DateOnly(2050, 1, 1).AddDays(number).ToString("ddMMyy", CultureInfo.InvariantCulture) + "5000")];

    public static readonly IReadOnlyList<Prize> Prizes =
    [
        .. ((string[])[Prize.Individual, Prize.Group, Prize.Overlapping])
            .SelectMany(_ => (int[])[1, 3, 10], (name, seats) => (name, seats))
            .Select((prize, day) => new Prize(prize.name, prize.seats, day)),
    ];

    /// <summary>Nobody measures this one: programs are slow when they begin.</summary>
    public static readonly Prize WarmUp = new(Prize.Individual, Seats: 10, Day: 9);

    public static readonly IReadOnlyList<MovePrize> Moves = [new(Seats: 1, Week: 0), new(Seats: 3, Week: 1)];

    /// <summary>On this day there is work to do that the first day does not have.</summary>
    public const string DayOfWork = "2027-03-02T10:00";

    /// <summary>What that work is: deadlines of so many citizens to be closed, and the meeting of one to be reminded of.</summary>
    public const int DeadlinesToClose = 20;

    private static IEnumerable<Prize> All => [.. Prizes, WarmUp];

    public static void Write(string file) => File.WriteAllText(file, JsonSerializer.Serialize(new
    {
        jobcentre = new[] { new { kode = JobCentre, navn = "Jobcenter Aarhus" } },
        sagsbehandlere = All.SelectMany(prize => prize.CaseWorkers).Concat(Moves.SelectMany(move => move.CaseWorkers))
            .Select(id => new { eksterntId = id, fornavne = "Mette", efternavn = "Holm", jobcenter = JobCentre }),
        borgere = Citizens.Select((number, place) => new
        {
            personnummer = number,
            fornavne = "Anna",
            efternavn = "Berg",
            jobcenter = JobCentre,
            kontaktgruppe = 1,
            kundenummer = "12345678",
            frister = place < DeadlinesToClose ? new[] { new { friststatusType = 1, samtaleType = 4, fristdato = "2027-03-20", sidsteAfholdelsesdato = "2027-03-31" } } : null,
            fravaer = place < DeadlinesToClose ? new[] { new { type = 56, fra = DayOfWork[..10] } } : null,
        }),
        moedetilbud = All.SelectMany(prize => prize.Times, (prize, time) => new
        {
            moedetilbudId = time.Offer,
            jobcenter = JobCentre,
            samtaleType = 12,
            moedeGruppeType = prize.GroupSeats is null ? 1 : 2,
            samtaleformer = new[] { 2 },
            moedeVarighed = 30,
            moedetitel = "Anden samtale",
            telefonnummer = "12345678",
            ombookingMulig = false,
            ombookingsfristTimer = (int?)null,
            sagsbehandlere = prize.CaseWorkers,
        }).Concat(Moves.Select(move => new
        {
            moedetilbudId = move.Offer,
            jobcenter = JobCentre,
            samtaleType = 12,
            moedeGruppeType = 1,
            samtaleformer = new[] { 2 },
            moedeVarighed = 30,
            moedetitel = "Anden samtale",
            telefonnummer = "12345678",
            ombookingMulig = true,
            ombookingsfristTimer = (int?)24,
            sagsbehandlere = move.CaseWorkers,
        })),
        indkaldelser = new[]
        {
            new
            {
                personnummer = Citizens[0],
                moedetilbudId = WarmUp.Times[0].Offer,
                indkaldelseId = Guid.ParseExact("7c000000-0000-4000-8000-000000000001", "D"),
                starttidspunkt = "2027-03-03T09:00:00",
                sagsbehandler = WarmUp.CaseWorkers.First(),
                samtaleformType = 2,
            },
        },
        moedetider = All.SelectMany(prize => prize.Times, (prize, time) => new
        {
            moedetilbudId = time.Offer,
            starttidspunkt = time.Start,
            maksimaltMoededeltagerantal = prize.GroupSeats,
            sagsbehandlere = prize.CaseWorkers,
        }).Concat(Moves.SelectMany(move => Citizens.Select((_, number) => move.HomeOf(number)).Append(move.Target), (move, start) => new
        {
            moedetilbudId = move.Offer,
            starttidspunkt = start,
            maksimaltMoededeltagerantal = (int?)null,
            sagsbehandlere = move.CaseWorkers,
        })),
    }));
}
