using System.Text.Json;
using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Citizens;

namespace BorgerPortal.Domain.Scenarios.Writing;

internal static class CitizenWriter
{
    /// <param name="json">Where to.</param>
    /// <param name="citizen">With absences and deadlines.</param>
    /// <param name="personnummer">The citizen's, deciphered.</param>
    /// <param name="states">How the bookings that met the deadlines stand.</param>
    public static void Write(Utf8JsonWriter json, Citizen citizen, Personnummer personnummer, Dictionary<Guid, BookingState> states)
    {
        json.Text("personnummer", personnummer.Reveal());
        json.Text("fornavne", citizen.GivenNames);
        json.Text("efternavn", citizen.Surname);
        json.Text("email", citizen.Email);
        json.Text("mobil", citizen.Mobile);
        json.Text("jobcenter", citizen.JobCentreCode);
        json.Number("kontaktgruppe", citizen.ContactGroup);
        json.Text("kundenummer", citizen.CustomerNumber);
        json.Flag("doed", citizen.Dead);
        json.Objects("fravaer", [.. citizen.Absences.OrderBy(absence => absence.Position)], absence =>
        {
            json.Number("type", absence.Type);
            json.Date("fra", absence.From == DateOnly.MinValue ? null : absence.From);
            json.Date("til", absence.To);
        });
        json.Objects("frister", [.. citizen.Deadlines.OrderBy(deadline => deadline.Position)], deadline =>
        {
            json.Number("friststatusType", (int)StatusOf(deadline, states));
            json.Number("samtaleType", deadline.InterviewType);
            json.Date("fristdato", deadline.BookBy);
            json.Date("sidsteAfholdelsesdato", deadline.HoldBy);

            // Nobody noted when it came: it counts as one that was always there.
            json.Date("udstedt", deadline.IssuedOn ?? DateOnly.MinValue);
            json.Text("indfriesAf", deadline.MetBy is { } id && states.ContainsKey(id) ? id.ToString() : null);
        });
    }

    /// <summary>
    /// What is kept of it: an absence or a date that passes closes a deadline by itself, and is nothing to write. One that
    /// was met by a booking which the file cannot hold is closed, lest the citizen be asked to meet it again.
    /// </summary>
    private static DeadlineStatus StatusOf(Deadline deadline, Dictionary<Guid, BookingState> states) =>
        deadline.AdministrativelyClosed ? DeadlineStatus.AdministrativelyClosed
        : deadline.MetBy is not { } id ? DeadlineStatus.Active
        : !states.TryGetValue(id, out var state) ? DeadlineStatus.AdministrativelyClosed
        : state == BookingState.Cancelled ? DeadlineStatus.Active
        : DeadlineStatus.Met;
}
