using System.Text.Json;
using BorgerPortal.Bench.Serving;
using BorgerPortal.Domain.Planner;
using BorgerPortal.Domain.Time;

namespace BorgerPortal.Bench.Import;

/// <summary>
/// A scenario file of jobcentres that are all alike, each of 1,000 citizens with a deadline, 5 offers with 1,000 times each,
/// and 500 summonses. It is written bit by bit: the largest is some 100 MB.
/// </summary>
internal sealed class LargeScenario(DateOnly today, int jobCentres)
{
    public const int CitizensEach = 1_000;
    private const int OffersEach = 5;
    private const int TimesEach = 1_000;
    private const int TimesPerDay = 12;
    private const int SummonsesEach = 500;

    public int Citizens => jobCentres * CitizensEach;

    public int Times => jobCentres * OffersEach * TimesEach;

    public int Summonses => jobCentres * SummonsesEach;

    public void Write(string file)
    {
        using var stream = File.Create(file);
        using var json = new Utf8JsonWriter(stream);
        json.WriteStartObject();
        WriteAll(json, "jobcentre", Centres().Select(centre => new { kode = CodeOf(centre), navn = $"Jobcenter {CodeOf(centre)}" }));
        WriteAll(json, "sagsbehandlere", Offers().SelectMany(
            offer => CaseWorkersOf(offer),
            (offer, id) => new { eksterntId = id, fornavne = "Mette", efternavn = "Holm", jobcenter = CodeOf(offer / OffersEach) }));
        WriteAll(json, "borgere", Enumerable.Range(0, Citizens).Select(citizen => new
        {
            personnummer = Town.PersonnummerOf(citizen),
            fornavne = "Anna",
            efternavn = "Berg",
            jobcenter = CodeOf(citizen / CitizensEach),
            kontaktgruppe = 1,
            kundenummer = "12345678",
            frister = new[] { new { samtaleType = InterviewType.JobInterview, fristdato = today.AddDays(60), sidsteAfholdelsesdato = today.AddDays(400) } },
        }));
        WriteAll(json, "moedetilbud", Offers().Select(offer => new
        {
            moedetilbudId = IdOf(offer),
            jobcenter = CodeOf(offer / OffersEach),
            samtaleType = InterviewType.JobInterview,
            moedeGruppeType = InterviewFormType.Individual,
            samtaleformer = new[] { ContactType.Telephone },
            moedeVarighed = Town.Minutes,
            moedetitel = "Jobsamtale",
            telefonnummer = "12345678",
            ombookingMulig = true,
            ombookingsfristTimer = 24,
            sagsbehandlere = CaseWorkersOf(offer),
        }));
        WriteAll(json, "moedetider", Offers().SelectMany(_ => Enumerable.Range(0, TimesEach), (offer, time) => new
        {
            moedetilbudId = IdOf(offer),
            starttidspunkt = StartOf(time),
            sagsbehandlere = CaseWorkersOf(offer),
        }));
        WriteAll(json, "indkaldelser", Centres().SelectMany(_ => Enumerable.Range(0, SummonsesEach), (centre, summons) => new
        {
            indkaldelseId = new Guid((centre * SummonsesEach) + summons + 1, 0x7c00, 0x4000, 0x80, 0, 0, 0, 0, 0, 0, 3),
            personnummer = Town.PersonnummerOf((centre * CitizensEach) + summons),
            moedetilbudId = IdOf((centre * OffersEach) + (summons % OffersEach)),
            starttidspunkt = StartOf(summons / OffersEach),
            sagsbehandler = CaseWorkersOf((centre * OffersEach) + (summons % OffersEach))[0],
            samtaleformType = ContactType.Telephone,
        }));
        json.WriteEndObject();
    }

    private IEnumerable<int> Centres() => Enumerable.Range(0, jobCentres);

    private IEnumerable<int> Offers() => Enumerable.Range(0, jobCentres * OffersEach);

    private static string CodeOf(int centre) => (10_000 + centre).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static Guid IdOf(int offer) => new(offer + 1, 0x4b1f, 0x4000, 0x80, 0, 0, 0, 0, 0, 0, 3);

    private static string[] CaseWorkersOf(int offer) => [$"RID-{offer}-1", $"RID-{offer}-2"];

    private string StartOf(int time)
    {
        var (day, number) = Math.DivRem(time, TimesPerDay);
        return DanishTime.Unambiguous(today.AddDays(7 + day).ToDateTime(new TimeOnly(8, 0)).AddMinutes(number * Town.Minutes))!.Value.ToWire();
    }

    private static void WriteAll<T>(Utf8JsonWriter json, string name, IEnumerable<T> all)
    {
        json.WriteStartArray(name);
        foreach (var one in all)
        {
            JsonSerializer.Serialize(json, one);
            if (json.BytesPending > 1 << 16)
            {
                json.Flush();
            }
        }

        json.WriteEndArray();
    }
}
