using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using BorgerPortal.Web.Api.Description;

namespace BorgerPortal.Web.Api.Wire;

/// <summary>How answers are written: camelCase, codes as numbers, elements without a value left out.</summary>
[JsonSerializable(typeof(Borgerstatus))]
[JsonSerializable(typeof(Moedetilbudsliste))]
[JsonSerializable(typeof(Moedetidsliste))]
[JsonSerializable(typeof(Indkaldelsesliste))]
[JsonSerializable(typeof(Indkaldelse))]
[JsonSerializable(typeof(Afventer))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, IReadOnlyList<Kode>>))]
[JsonSerializable(typeof(Fejlsvar))]
[JsonSerializable(typeof(Statussvar))]
[JsonSerializable(typeof(Bookinganmodning))]
[JsonSerializable(typeof(Ombookinganmodning))]
[JsonSerializable(typeof(Ombookingssagsbehandlere))]
[JsonSerializable(typeof(Ombookingsmoedetider))]
[JsonSerializable(typeof(Straksbookingsliste))]
[JsonSerializable(typeof(Fejlanmodning))]
internal sealed partial class WireJson : JsonSerializerContext
{
    public static readonly WireJson Written = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,

        // Letters and plus signs as they are: the answer is JSON, says so, and goes into no page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
