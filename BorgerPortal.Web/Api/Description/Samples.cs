using BorgerPortal.Web.Api.Wire;

namespace BorgerPortal.Web.Api.Description;

/// <summary>The examples of the OpenAPI document, written by the records that the answers are written by. The ids are the demonstration's.</summary>
internal static class Samples
{
    public const string Personnummer = "0101505321";
    public const string TraceId = "4bf92f3577b34da6a3ce929d0e0e4736";

    public static readonly Guid OptionId = new("5b1f6f0a-0001-4000-8000-000000000001");
    public static readonly Guid BookingId = new("7c000000-0000-4000-8000-000000000001");

    public static readonly Sagsbehandler CaseWorker = new("Mette", null, "Holm", "RID-1001");

    private const string Start = "2026-12-04T09:00:00+01:00";
    private const string DayBefore = "2026-12-03T09:00:00+01:00";
    private const string Description = "Vi taler om din jobsøgning, og hvad der kan hjælpe dig videre. Hav dit cv og din joblog klar.";

    private static readonly Sagsbehandler SecondCaseWorker = new("Jonas", "Kjær", "Lund", "RID-1002");

    private static readonly MoedeLokation Location = new(
        "Mødelokale 2, 1. sal",
        new Adresse("Værkmestergade", "5", null, null, "8000", "Aarhus C", null, null, null, null, null));

    public static readonly Borgerstatus Status = new(
        KanSelvbooke: true,
        [new Frist(1, 7, new DateOnly(2026, 12, 8), new DateOnly(2026, 12, 22))],
        StraksbookingPaakraevet: false);

    public static readonly Moedetilbudsliste Options = new(
    [
        new Moedetilbud(
            OptionId, 7, 1, [1, 2], Location, 45, Start, null, true, "Jobsamtale", Description, [CaseWorker, SecondCaseWorker]),
    ]);

    public static readonly Moedetidsliste Timeslots = new(
        [new BookbarSagsbehandler(1, CaseWorker), new BookbarSagsbehandler(2, SecondCaseWorker)],
        [
            new Moedetid(Start, [1, 2], true, true, null, null, [1, 2]),
            new Moedetid("2026-12-04T10:00:00+01:00", [1, 2], true, true, null, null, [2]),
        ]);

    public static readonly Bookinganmodning Request = new(Start, 1, "RID-1001");

    public static readonly Ombookinganmodning Move = new(Start, 2, "RID-1002");

    public static readonly Fejlanmodning Report = new(
        OptionId, BookingId, 4819, "Tiden forsvandt, da jeg valgte den.", 32, "2026-12-01T08:15:30+01:00");

    public static readonly Ombookingssagsbehandlere CaseWorkers = new(BorgerKanVaelgeSagsbehandler: true, [CaseWorker, SecondCaseWorker]);

    public static readonly Ombookingsmoedetider MoveTimeslots = new(Timeslots.BookbareSagsbehandlere, Timeslots.Moedetider, 7);

    public static readonly Afventer Pending = new("afventer", BookingId, "2026-12-01T08:15:30+01:00");

    public static readonly Indkaldelse Booking = new()
    {
        IndkaldelseId = BookingId,
        Indkalder = new Indkalder(10101, 1),
        BorgerSkalAcceptere = false,
        Accepteret = true,
        OmbookingMulig = true,
        Ombookingsfrist = DayBefore,
        AflysningMulig = true,
        Aflysningsfrist = DayBefore,
        Selvbooket = true,
        Moedepligt = true,
        Starttidspunkt = Start,
        Sluttidspunkt = "2026-12-04T09:45:00+01:00",
        SamtaleType = 7,
        MoedeGruppeType = 1,
        Moedetitel = "Jobsamtale",
        Moedebeskrivelse = Description,
        Referencesamtale = false,
        Sagsbehandler = CaseWorker,
        MoedeLokation = Location,
        Kontakt = new Kontakt(null, "+4512345100", false),
        SamtaleformType = 1,
        VisSagsbehandler = true,
        Deltagere = [new Deltager("Karl Berg", null, 1, null)],
        Straksbooket = false,
        Tilstand = "bekraeftet",
        MoedetilbudId = OptionId,
        Jobcenter = "10101",
    };

    public static readonly Straksbookingsliste ImmediateTimeslots = new(
        [new BookbarSagsbehandler(1, CaseWorker)],
        [
            new StraksbookingMoedetid(
                Start, [1, 2], false, false, null, null, [1], OptionId, "Jobsamtale", Description, 45, 7, 1, Location, true),
        ],
        [Booking]);
}
