using System.Text.Json;

namespace BorgerPortal.Domain.Scenarios.Reading;

/// <summary>
/// One JSON object that is read strictly: each member that is asked for is taken out, what is wrong with it becomes a
/// fault with its path, and what is left over at the end is unknown. A member that is null counts as left out. After a
/// fault the reading goes on with an empty value, so that a file's faults come all at once.
/// </summary>
internal sealed class JsonFields
{
    private readonly Dictionary<string, JsonElement> _members = new(StringComparer.Ordinal);
    private readonly FaultList _faults;
    private readonly ScenarioDates _dates;
    private readonly bool _isObject;

    public JsonFields(JsonElement element, JsonPath path, FaultList faults, ScenarioDates dates)
    {
        (Path, _faults, _dates, _isObject) = (path, faults, dates, element.ValueKind == JsonValueKind.Object);
        if (!_isObject)
        {
            faults.Add(path, "Not an object.");
            return;
        }

        foreach (var member in element.EnumerateObject())
        {
            if (NameOf(member) is not { } name)
            {
                faults.Add(path, "A member's name is no valid Unicode.");
            }
            else if (!_members.TryAdd(name, member.Value))
            {
                faults.Add(path.Member(Show(name)), "The member stands here twice.");
            }
        }
    }

    public JsonPath Path { get; }

    public bool Has(string name) => _members.TryGetValue(name, out var element) && element.ValueKind != JsonValueKind.Null;

    /// <summary>Empty after a fault.</summary>
    public T Required<T>(string name, ValueReader<T> read)
        where T : struct => Optional(name, read, required: true) ?? default;

    public T? Optional<T>(string name, ValueReader<T> read, bool required = false)
        where T : struct => Take(name, read, required, out var value) ? value : null;

    public string? OptionalText(string name, TextFacet facet, bool required = false) =>
        Take(name, JsonValues.Text(facet), required, out var value) ? value : null;

    public string Text(string name, TextFacet facet) => OptionalText(name, facet, required: true) ?? "";

    public bool Flag(string name, bool otherwise = false) => Optional<bool>(name, JsonValues.Flag) ?? otherwise;

    public DateOnly Date(string name) => Required(name, JsonValues.Date(_dates));

    public DateOnly? OptionalDate(string name) => Optional(name, JsonValues.Date(_dates));

    public DateTimeOffset? OptionalInstant(string name, bool required = false) => Optional(name, JsonValues.Instant(_dates), required);

    /// <summary>A list of values; empty where it is left out.</summary>
    public IReadOnlyList<T> List<T>(string name, ValueReader<T> read) => OptionalList(name, read) ?? [];

    /// <summary>A list of values that has at least one; empty after a fault.</summary>
    public IReadOnlyList<T> FilledList<T>(string name, ValueReader<T> read) => OptionalFilledList(name, read, required: true) ?? [];

    /// <summary>As <see cref="FilledList"/>, or null where it is left out.</summary>
    public IReadOnlyList<T>? OptionalFilledList<T>(string name, ValueReader<T> read, bool required = false)
    {
        var values = OptionalList(name, read, required);
        if (values is { Count: 0 })
        {
            Refuse(name, "At least one.");
        }

        return values;
    }

    /// <summary>A list of values; null where it is left out.</summary>
    public IReadOnlyList<T>? OptionalList<T>(string name, ValueReader<T> read, bool required = false)
    {
        if (Items(name, required) is not { } items)
        {
            return null;
        }

        var values = new List<T>();
        foreach (var (element, path) in items)
        {
            if (read(element, out var value) is { } fault)
            {
                _faults.Add(path, fault);
            }

            values.Add(value);
        }

        return values;
    }

    /// <summary>A list of objects; empty where it is left out.</summary>
    public IReadOnlyList<T> Objects<T>(string name, Func<JsonFields, T> read) =>
        [.. (Items(name, required: false) ?? []).Select(item => new JsonFields(item.Element, item.Path, _faults, _dates).ReadAll(read))];

    public T? Object<T>(string name, Func<JsonFields, T> read)
        where T : class => Take<JsonElement>(name, AsItIs, required: false, out var element)
            ? new JsonFields(element, Path.Member(name), _faults, _dates).ReadAll(read)
            : null;

    public void Refuse(string name, string message) => _faults.Add(Path.Member(name), message);

    /// <summary>Reads the object to its end: whatever the reader did not ask for is unknown.</summary>
    public T ReadAll<T>(Func<JsonFields, T> read)
    {
        var value = read(this);
        foreach (var name in _members.Keys)
        {
            _faults.Add(Path.Member(Show(name)), "Unknown member.");
        }

        return value;
    }

    private IEnumerable<(JsonElement Element, JsonPath Path)>? Items(string name, bool required)
    {
        if (!Take<JsonElement>(name, AsList, required, out var list))
        {
            return null;
        }

        var path = Path.Member(name);
        return list.EnumerateArray().Select((element, index) => (element, path.Item(index)));
    }

    private bool Take<T>(string name, ValueReader<T> read, bool required, out T value)
    {
        value = default!;
        if (!_members.Remove(name, out var element) || element.ValueKind == JsonValueKind.Null)
        {
            if (required && _isObject)
            {
                Refuse(name, "Required.");
            }

            return false;
        }

        var fault = read(element, out value);
        if (fault is not null)
        {
            Refuse(name, fault);
        }

        return fault is null;
    }

    private static string? AsItIs(JsonElement element, out JsonElement value)
    {
        value = element;
        return null;
    }

    private static string? AsList(JsonElement element, out JsonElement value)
    {
        value = element;
        return element.ValueKind == JsonValueKind.Array ? null : "Not a list.";
    }

    private static string? NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Somebody may have written a personnummer as a name: only what could be a word is repeated.</summary>
    private static string Show(string name) => name.Length <= 50 && name.All(char.IsAsciiLetter) ? name : "?";
}
