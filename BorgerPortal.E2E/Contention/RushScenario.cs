using System.Globalization;
using System.Text.Json;

namespace BorgerPortal.E2E.Contention;

/// <summary>200 citizens, and what they want at once.</summary>
internal static class RushScenario
{
    public const int Callers = 200;

    /// <summary>The portals' clocks stand here when they start.</summary>
    public const string Now = "2027-03-01T10:00";

    private const string JobCentre = "10101";

    public static readonly IReadOnlyList<string> Citizens =
        [.. Enumerable.Range(0, Callers).Select(number => new DateOnly(2050, 1, 1).AddDays(number).ToString("ddMMyy", CultureInfo.InvariantCulture) + "5000")];

    public static readonly IReadOnlyList<Prize> Prizes =
    [
        .. ((string[])[Prize.Individual, Prize.Group, Prize.Overlapping])
            .SelectMany(_ => (int[])[1, 3, 10], (name, seats) => (name, seats))
            .Select((prize, day) => new Prize(prize.name, prize.seats, day)),
    ];

    /// <summary>Nobody measures this one: programs are slow when they begin.</summary>
    public static readonly Prize WarmUp = new(Prize.Individual, Seats: 10, Day: 9);

    public static readonly IReadOnlyList<MovePrize> Moves =
    [
        new(Seats: 1, Weeks: 0),
        new(Seats: 3, Weeks: 1),
        new(Seats: 10, Weeks: 2),
        new(Seats: 3, Weeks: 3, Movers: Callers / 2),
        new(Seats: 1, Weeks: 4, IsGroup: true),
        new(Seats: 3, Weeks: 5, Movers: Callers / 2, IsGroup: true),
        new(Seats: 10, Weeks: 6, IsGroup: true),
    ];

    /// <summary>Whose bookings are moved and cancelled at once.</summary>
    public static readonly MovePrize Contradicted = new(Seats: 1, Weeks: 7, Movers: 50);

    /// <summary>On this day there is work to do that the first day does not have.</summary>
    public const string DayOfWork = "2027-03-02T10:00";

    /// <summary>What that work is: deadlines of so many citizens to be closed, and the meeting of one to be reminded of.</summary>
    public const int DeadlinesToClose = 20;

    private static IEnumerable<Prize> All => [.. Prizes, WarmUp];

    private static IEnumerable<MovePrize> AllMoves => [.. Moves, Contradicted];

    public static void Write(string file) => File.WriteAllText(file, JsonSerializer.Serialize(new
    {
        jobcentre = new[] { new { kode = JobCentre, navn = "Jobcenter Aarhus" } },
        sagsbehandlere = All.SelectMany(prize => prize.CaseWorkers).Concat(AllMoves.SelectMany(move => move.CaseWorkers)).Append(JobInterviews.CaseWorker)
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
        moedetilbud = All.SelectMany(prize => prize.Times, (prize, time) => Offer(time.Offer, prize.GroupSeats is not null, prize.CaseWorkers))
            .Concat(AllMoves.Select(move => Offer(move.Offer, move.IsGroup, move.CaseWorkers, canBeMoved: true)))
            .Append(Offer(JobInterviews.Offer, isGroup: false, [JobInterviews.CaseWorker], interviewType: JobInterviews.InterviewType, minutes: JobInterviews.Minutes)),
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
        moedetider = All.SelectMany(prize => prize.Times, (prize, time) => Time(time.Offer, time.Start, prize.GroupSeats, prize.CaseWorkers))
            .Concat(AllMoves.SelectMany(move => move.Times, (move, time) => Time(move.Offer, time.Start, time.GroupSeats, move.CaseWorkers)))
            .Concat(JobInterviews.Starts.Select(start => Time(JobInterviews.Offer, start, groupSeats: null, [JobInterviews.CaseWorker]))),
    }));

    private static object Offer(
        Guid id, bool isGroup, IEnumerable<string> caseWorkers, bool canBeMoved = false, int interviewType = 12, int minutes = 30) => new
        {
            moedetilbudId = id,
            jobcenter = JobCentre,
            samtaleType = interviewType,
            moedeGruppeType = isGroup ? 2 : 1,
            samtaleformer = new[] { 2 },
            moedeVarighed = minutes,
            moedetitel = "Anden samtale",
            telefonnummer = "12345678",
            ombookingMulig = canBeMoved,
            ombookingsfristTimer = canBeMoved ? 24 : (int?)null,
            aflysningMulig = canBeMoved,
            aflysningsfristTimer = canBeMoved ? 24 : (int?)null,
            sagsbehandlere = caseWorkers,
        };

    private static object Time(Guid offer, string start, int? groupSeats, IEnumerable<string> caseWorkers) => new
    {
        moedetilbudId = offer,
        starttidspunkt = start,
        maksimaltMoededeltagerantal = groupSeats,
        sagsbehandlere = caseWorkers,
    };
}
