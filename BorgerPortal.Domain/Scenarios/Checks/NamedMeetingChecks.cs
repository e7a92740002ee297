using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Scenarios.Loading;
using BorgerPortal.Domain.Scenarios.Reading;

namespace BorgerPortal.Domain.Scenarios.Checks;

/// <summary>Whether the bookings that deadlines name are there, and are the citizen's own.</summary>
internal static class NamedMeetingChecks
{
    private const int MeetingsInOneLook = 1000;

    public static async Task CheckAsync(SeenKeys seen, Func<IReadOnlyList<Guid>, IReadOnlyList<Personnummer>, Task<StoredMeetings>> read, FaultList faults)
    {
        foreach (var some in seen.NamedMeetings.Chunk(MeetingsInOneLook))
        {
            var stored = await read(
                [.. some.Select(meeting => meeting.Deadline.MetBy!.Value).Distinct()],
                [.. some.Select(meeting => meeting.Citizen).Distinct()]);
            foreach (var meeting in some)
            {
                Check(meeting, seen, stored, faults);
            }
        }
    }

    private static void Check(NamedMeeting meeting, SeenKeys seen, StoredMeetings stored, FaultList faults)
    {
        var (path, id) = (meeting.Deadline.Path.Member("indfriesAf"), meeting.Deadline.MetBy!.Value);
        var inFile = seen.NamedBookings[id];
        var there = stored.Bookings.GetValueOrDefault(id);
        if (there is null && inFile is null)
        {
            faults.Add(path, "No such booking.");
        }
        else if (there is null ? inFile!.Value.Citizen != meeting.Citizen : stored.Citizens.GetValueOrDefault(meeting.Citizen) != there.CitizenId)
        {
            faults.Add(path, "That booking is another citizen's.");
        }
        else if (meeting.Deadline.Status == DeadlineStatus.Met && IsCancelled(inFile, there))
        {
            faults.Add(path, "That booking is cancelled: it meets no deadline.");
        }
    }

    /// <summary>A booking that was there before the file is left as it is, so the file may still say of one cancelled since that it met a deadline.</summary>
    private static bool IsCancelled((Personnummer Citizen, bool IsCancelled)? inFile, BookingRow? there) =>
        inFile is { IsCancelled: true } && there is null or { State: BookingState.Cancelled };
}

/// <summary>What the portal has of some bookings and citizens that deadlines name.</summary>
internal sealed record StoredMeetings(Dictionary<Guid, BookingRow> Bookings, Dictionary<Personnummer, long> Citizens);
