using System.Globalization;
using System.Text.Json;
using BorgerPortal.Domain.Planner;
using BorgerPortal.Domain.Time;

namespace BorgerPortal.Bench.Serving;

/// <summary>A jobcentre with one offer, as a scenario file: what the portal over HTTP is measured on.</summary>
/// <param name="today">The day on which the benchmark runs.</param>
/// <param name="citizens">Citizens, each with a deadline to meet.</param>
/// <param name="times">Times of the offer, each served by every caseworker, from the next week on.</param>
/// <param name="timesPerDay">How many of them lie on one day.</param>
/// <param name="caseWorkers">How many caseworkers serve the offer.</param>
internal sealed class Town(DateOnly today, int citizens, int times, int timesPerDay, int caseWorkers)
{
    public const string JobCentre = "10101";
    public const int Minutes = 20;

    public static readonly Guid Offer = new("5b1f6f0a-0001-4000-8000-0000000000b0");

    public int Times => times;

    public DateTimeOffset From => DanishTime.StartOfDay(today.AddDays(7));

    public DateTimeOffset To => DanishTime.StartOfDay(today.AddDays(8 + (times / timesPerDay)));

    /// <summary>A personnummer that nobody has: born in 2050.</summary>
    public static string PersonnummerOf(int citizen) =>
        new DateOnly(2050, 1, 1).AddDays(citizen % 365).ToString("ddMMyy", CultureInfo.InvariantCulture)
        + (5000 + (citizen / 365)).ToString(CultureInfo.InvariantCulture);

    public DateTimeOffset StartOf(int time)
    {
        var (day, number) = Math.DivRem(time, timesPerDay);
        return DanishTime.Unambiguous(today.AddDays(7 + day).ToDateTime(new TimeOnly(8, 0)).AddMinutes(number * Minutes))!.Value;
    }

    public void Write(string file) => File.WriteAllText(file, JsonSerializer.Serialize(new
    {
        jobcentre = new[] { new { kode = JobCentre, navn = "Jobcenter Aarhus" } },
        sagsbehandlere = CaseWorkers().Select(id => new { eksterntId = id, fornavne = "Mette", efternavn = "Holm", jobcenter = JobCentre }),
        borgere = Enumerable.Range(0, citizens).Select(number => new
        {
            personnummer = PersonnummerOf(number),
            fornavne = "Anna",
            efternavn = "Berg",
            jobcenter = JobCentre,
            kontaktgruppe = 1,
            kundenummer = "12345678",
            frister = new[] { new { samtaleType = InterviewType.JobInterview, fristdato = Date(60), sidsteAfholdelsesdato = Date(400) } },
        }),
        moedetilbud = new[]
        {
            new
            {
                moedetilbudId = Offer,
                jobcenter = JobCentre,
                samtaleType = InterviewType.JobInterview,
                moedeGruppeType = InterviewFormType.Individual,
                samtaleformer = new[] { ContactType.Personal, ContactType.Telephone },
                moedeVarighed = Minutes,
                moedetitel = "Jobsamtale",
                telefonnummer = "12345678",
                borgerKanVaelgeSagsbehandler = true,
                ombookingMulig = true,
                ombookingsfristTimer = 24,
                aflysningMulig = true,
                aflysningsfristTimer = 24,
                moedeLokation = new
                {
                    lokationsuddybning = "Mødelokale 2",
                    adresse = new { vejnavn = "Værkmestergade", husnummer = "5", postnummer = "8000", bynavn = "Aarhus C" },
                },
                sagsbehandlere = CaseWorkers(),
            },
        },
        moedetider = Enumerable.Range(0, times).Select(time => new
        {
            moedetilbudId = Offer,
            starttidspunkt = StartOf(time).ToWire(),
            sagsbehandlere = CaseWorkers(),
        }),
    }));

    private string[] CaseWorkers() => [.. Enumerable.Range(1, caseWorkers).Select(number => $"RID-{number}")];

    private string Date(int days) => today.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
