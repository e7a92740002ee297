namespace BorgerPortal.Domain.Citizens;

/// <summary>
/// Whom a request is about: a personnummer as a client sent it (not yet looked at), or the id of a citizen who has
/// logged in. It shows neither when it is printed.
/// </summary>
public sealed class CitizenReference
{
    private readonly string? _personnummer;

    private CitizenReference(string? personnummer, long? id) => (_personnummer, Id) = (personnummer, id);

    /// <summary>Our own id of the citizen, where the caller has it.</summary>
    public long? Id { get; }

    public static CitizenReference ByPersonnummer(string? text) => new(text, null);

    public static CitizenReference ById(long id) => new(null, id);

    /// <summary>False where a personnummer was sent that is none: 1014.</summary>
    public bool IsWellFormed => Id is not null || Personnummer.TryParse(_personnummer, out _);

    public bool TryGetPersonnummer(out Personnummer personnummer) => Personnummer.TryParse(_personnummer, out personnummer);

    public override string ToString() => "(citizen)";
}
