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
    private readonly bool _isObject;

    public JsonFields(JsonElement element, JsonPath path, FaultList faults, ScenarioDates dates)
    {
        (Path, Dates, _faults, _isObject) = (path, dates, faults, element.ValueKind == JsonValueKind.Object);
        if (!_isObject)
        {
            faults.Add(path, "Not an object.");
            return;
        }

        foreach (var member in element.EnumerateObject())
        {
            if (JsonValues.NameOf(member) is not { } name)
            {
                faults.Add(path, "A member's name is no valid Unicode.");
            }
            else if (!_members.TryAdd(name, member.Value))
            {
                faults.Add(path.Stranger(name), "The member stands here twice.");
            }
        }
    }

    public JsonPath Path { get; }

    public ScenarioDates Dates { get; }

    public bool Has(string name) => _members.TryGetValue(name, out var element) && element.ValueKind != JsonValueKind.Null;

    /// <summary>Empty after a fault.</summary>
    public T Required<T>(string name, ValueReader<T> read)
        where T : struct => Optional(name, read, required: true) ?? default;

    public T? Optional<T>(string name, ValueReader<T> read, bool required = false)
        where T : struct => Take(name, read, required, out var value) ? value : null;

    public string? OptionalText(string name, TextFacet facet, bool required = false) =>
        Take(name, JsonValues.Text(facet), required, out var value) ? value : null;

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
        [.. (Items(name, required: false) ?? []).Select(item => new JsonFields(item.Element, item.Path, _faults, Dates).ReadAll(read))];

    public T? Object<T>(string name, Func<JsonFields, T> read)
        where T : class => Take<JsonElement>(name, JsonValues.Any, required: false, out var element)
            ? new JsonFields(element, Path.Member(name), _faults, Dates).ReadAll(read)
            : null;

    public void Refuse(string name, string message) => _faults.Add(Path.Member(name), message);

    /// <summary>Reads the object to its end: whatever the reader did not ask for is unknown.</summary>
    public T ReadAll<T>(Func<JsonFields, T> read)
    {
        var value = read(this);
        foreach (var name in _members.Keys)
        {
            _faults.Add(Path.Stranger(name), "Unknown member.");
        }

        return value;
    }

    private IEnumerable<(JsonElement Element, JsonPath Path)>? Items(string name, bool required)
    {
        if (!Take<JsonElement>(name, JsonValues.List, required, out var list))
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
}
