namespace BorgerPortal.Domain.Scenarios.Reading;

/// <summary>Where something stands in a file. It is spelled out only when there is a fault to tell of.</summary>
internal sealed class JsonPath
{
    public static readonly JsonPath Root = new(null, null, 0);

    private readonly JsonPath? _parent;
    private readonly string? _member;
    private readonly int _index;

    private JsonPath(JsonPath? parent, string? member, int index) => (_parent, _member, _index) = (parent, member, index);

    public JsonPath Member(string name) => new(this, name, 0);

    /// <summary>A member that nobody knows: its name is repeated only where it could be a word, for it may be a personnummer.</summary>
    public JsonPath Stranger(string name) => Member(name.Length <= 50 && name.All(char.IsAsciiLetter) ? name : "?");

    public JsonPath Item(int index) => new(this, null, index);

    public override string ToString() => this switch
    {
        { _parent: null } => "$",
        { _member: not null } => $"{_parent}.{_member}",
        _ => $"{_parent}[{_index}]",
    };
}
