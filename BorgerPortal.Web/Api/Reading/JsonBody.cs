using System.Text.Json;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using BorgerPortal.Domain.Planner;
using BorgerPortal.Domain.Time;

namespace BorgerPortal.Web.Api.Reading;

/// <summary>
/// A JSON object read to the letter: no comments, no trailing commas, no member twice, and none that nobody asks for.
/// A member that is null counts as left out.
/// </summary>
internal sealed partial class JsonBody
{
    /// <summary>Names the body where it is broken as a whole, and a member whose own name cannot be repeated.</summary>
    private const string Whole = "body";

    /// <summary>As many members that nobody knows as an answer names.</summary>
    private const int MostUnknown = 20;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 8 };

    private readonly Dictionary<string, JsonElement> _members = new(StringComparer.Ordinal);
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);
    private readonly List<string> _faults = [];

    private JsonBody(byte[] payload)
    {
        try
        {
            using var document = Utf8.IsValid(payload) ? JsonDocument.Parse(payload, Strict) : null;
            if (document?.RootElement is { ValueKind: JsonValueKind.Object } root)
            {
                Take(root);
                return;
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Not JSON, or a name with half a surrogate pair in it.
        }

        _members.Clear();
        _faults.Add(Whole);
    }

    /// <summary>Everything that could not be read; ask for it when all members have been asked for.</summary>
    public IEnumerable<string> Unreadable => [.. _faults, .. _members.Keys.Except(_asked).Select(Nameable).Distinct().Take(MostUnknown)];

    /// <exception cref="BadHttpRequestException">There is a body, and it is not said to be JSON in UTF-8: 415.</exception>
    public static JsonBody Read(HttpRequest request, byte[] payload)
    {
        var isSaid = request.Headers.ContentType.Count > 0;
        return (payload.Length == 0 && !isSaid) || Negotiation.IsJson(request)
            ? new JsonBody(payload)
            : throw new BadHttpRequestException("The body is not JSON.", StatusCodes.Status415UnsupportedMediaType);
    }

    public DateTimeOffset? Instant(string name) => Get<DateTimeOffset?>(name, value => DanishTime.Parse(TextOf(value)));

    public int? Integer(string name) =>
        Get<int?>(name, value => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : null);

    public Guid? UniqueId(string name) => Get<Guid?>(name, value => Facets.ReadGuid(TextOf(value)));

    public string? Text(string name) => Get(name, TextOf);

    private T? Get<T>(string name, Func<JsonElement, T?> read)
    {
        _asked.Add(name);
        if (!_members.TryGetValue(name, out var element) || element.ValueKind == JsonValueKind.Null)
        {
            return default;
        }

        var value = read(element);
        if (value is null)
        {
            _faults.Add(name);
        }

        return value;
    }

    private void Take(JsonElement root)
    {
        foreach (var member in root.EnumerateObject())
        {
            // Cloned, because the document goes back to its pool.
            if (!_members.TryAdd(member.Name, member.Value.Clone()))
            {
                _faults.Add(Nameable(member.Name));
            }
        }
    }

    private static string? TextOf(JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair: not a text.
            return null;
        }
    }

    // A name that a caller made up is repeated only where it can hold nothing but a name: no digits, so no personnummer.
    private static string Nameable(string name) => PlainName().IsMatch(name) ? name : Whole;

    [GeneratedRegex(@"\A[A-Za-z]{1,40}\z", RegexOptions.None, 1000)]
    private static partial Regex PlainName();
}
