namespace BorgerPortal.Domain.Citizens;

/// <summary>
/// A citizen as the portal keeps one. The personnummer is kept twice: as a keyed hash to look up by, and enciphered to
/// show; neither can be read without the keys, which do not lie in the database.
/// </summary>
public sealed class Citizen
{
    /// <summary>Our own id: a personnummer can change.</summary>
    public long Id { get; set; }

    public required byte[] PersonnummerLookup { get; set; }

    public required byte[] PersonnummerCipher { get; set; }

    public required string GivenNames { get; set; }

    public required string Surname { get; set; }

    public string? Email { get; set; }

    public string? Mobile { get; set; }

    /// <summary>The jobcentre of today, five digits. A booking keeps its own.</summary>
    public required string JobCentreCode { get; set; }

    public required int ContactGroup { get; set; }

    /// <summary>The CV customer number (kundenummer); a citizen without one may not self-book.</summary>
    public string? CustomerNumber { get; set; }

    public bool Dead { get; set; }

    /// <summary>Rises with each change of the citizen's bookings, deadlines or absence, so that a decision made on old facts is noticed.</summary>
    public long Version { get; set; }

    public List<Absence> Absences { get; } = [];

    public List<Deadline> Deadlines { get; } = [];
}
