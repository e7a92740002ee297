using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Scenarios.Model;

namespace BorgerPortal.Domain.Scenarios.Checks;

/// <summary>
/// The keys of the rows that were read so far: a key may stand once in a file, and what was read may be referred to also
/// when it was not written, because of a fault somewhere. Keys alone are kept, never rows.
/// </summary>
internal sealed class SeenKeys
{
    public HashSet<string> JobCentres { get; } = new(StringComparer.Ordinal);

    public HashSet<(string JobCentreCode, string Identifier)> CaseWorkers { get; } = [];

    public HashSet<Personnummer> Citizens { get; } = [];

    /// <summary>Each offer with its jobcentre.</summary>
    public Dictionary<Guid, string> Options { get; } = [];

    public HashSet<(Guid OptionId, DateTimeOffset Start)> Timeslots { get; } = [];

    public HashSet<Guid> Bookings { get; } = [];

    /// <summary>Deadlines that name the booking which met them; bookings are read after them.</summary>
    public List<NamedMeeting> NamedMeetings { get; } = [];

    /// <summary>Of the bookings that deadlines name, those of the file: whose they are, and whether they are cancelled.</summary>
    public Dictionary<Guid, (Personnummer Citizen, bool IsCancelled)?> NamedBookings { get; } = [];

    public void Name(ScenarioDeadline deadline, Personnummer citizen)
    {
        NamedMeetings.Add(new NamedMeeting(deadline, citizen));
        NamedBookings.TryAdd(deadline.MetBy!.Value, null);
    }
}

/// <summary>A deadline that names the booking which met it (indfriesAf), and whose deadline it is.</summary>
internal sealed record NamedMeeting(ScenarioDeadline Deadline, Personnummer Citizen);
