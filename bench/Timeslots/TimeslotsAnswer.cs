using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace BorgerPortal.Bench.Timeslots;

internal sealed record TimeslotsAnswer(List<BookableWorker> BookbareSagsbehandlere, List<FreeTime> Moedetider);

internal sealed record BookableWorker(int Id, Worker Sagsbehandler);

internal sealed record Worker(string Fornavne, string? Mellemnavn, string Efternavn, string EksterntId);

internal sealed record FreeTime(
    string Starttidspunkt,
    int[] Samtaleformer,
    bool OmbookingMulig,
    bool AflysningMulig,
    int? MaksimaltMoededeltagerantal,
    int? AntalLedigePladser,
    List<int> BookbareSagsbehandlerIder);

[JsonSerializable(typeof(TimeslotsAnswer))]
internal sealed partial class AnswerJson : JsonSerializerContext
{
    public static readonly AnswerJson Written = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
