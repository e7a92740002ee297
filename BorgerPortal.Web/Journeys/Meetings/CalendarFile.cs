using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Operations;
using BorgerPortal.Domain.Planner;
using BorgerPortal.Domain.Time;
using BorgerPortal.Web.Resources;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Microsoft.Extensions.Localization;

namespace BorgerPortal.Web.Journeys.Meetings;

/// <summary>
/// A meeting as a file for the citizen's own calendar. Others may look into that, so it says when and where, and nothing of what the
/// meeting is about.
/// </summary>
public sealed class CalendarFile(IStringLocalizer<Texts> texts, TimeProvider clock)
{
    public const string MediaType = "text/calendar";

    /// <param name="booking">The meeting.</param>
    /// <param name="page">Where the citizen can read more of it, move and cancel it.</param>
    public string Write(BookingView booking, Uri page)
    {
        var details = booking.Details;
        var isCancelled = booking.State == BookingState.Cancelled;
        var end = details.End > details.Start ? details.End.Value
            : details.DurationMinutes > 0 ? details.Start.AddMinutes(details.DurationMinutes.Value) : (DateTimeOffset?)null;
        var isLocal = MayBeLocal(details.Start) && (end is null || MayBeLocal(end.Value));
        var calendar = new Calendar { Method = isCancelled ? CalendarMethods.Cancel : CalendarMethods.Publish, ProductId = "-//BorgerPortal//BorgerPortal//DA" };
        calendar.AddTimeZone(VTimeZone.FromDateTimeZone(DanishTime.Zone.Id, details.Start.UtcDateTime.AddYears(-1), includeHistoricalData: false));
        calendar.Events.Add(new CalendarEvent
        {
            Uid = $"{booking.Id}@borgerportal",
            Sequence = booking.Moves + (isCancelled ? 1 : 0),
            DtStamp = new CalDateTime(clock.GetUtcNow().UtcDateTime),
            DtStart = TimeOf(details.Start, isLocal),
            DtEnd = end is { } until ? TimeOf(until, isLocal) : null,
            Status = isCancelled ? EventStatus.Cancelled : booking.State == BookingState.Pending ? EventStatus.Tentative : EventStatus.Confirmed,
            Summary = texts["CalendarFile_Title"],
            Location = PlaceOf(details),
            Description = texts["CalendarFile_Description", page],
            Url = page,
        });
        return new CalendarSerializer().SerializeToString(calendar)!;
    }

    // A local time that there is twice means the first of the two (RFC 5545): the second one has to be told in UTC.
    private static bool MayBeLocal(DateTimeOffset instant) => DanishTime.First(instant.ToDanish().DateTime) == instant;

    private static CalDateTime TimeOf(DateTimeOffset instant, bool isLocal) => isLocal
        ? new CalDateTime(instant.ToDanish().DateTime, DanishTime.Zone.Id)
        : new CalDateTime(instant.UtcDateTime);

    private string? PlaceOf(BookingDetails details)
    {
        if (details.ContactType == ContactType.Personal && details.Location is { } location)
        {
            return string.Join(", ", new[] { AddressOf(location.Address), location.Description }.Where(part => !string.IsNullOrWhiteSpace(part)));
        }

        if (details.ContactType == ContactType.Telephone || details.ShouldCitizenCall == true)
        {
            return details is { ShouldCitizenCall: true, PhoneNumber: { } number } ? texts["Meeting_YouCall", number] : texts["Meeting_WeCall"];
        }

        return string.IsNullOrEmpty(details.DigitalContact) ? null : details.DigitalContact;
    }

    private static string? AddressOf(Address? address) => address is null ? null : string.Join(' ', new[]
    {
        address.StreetName,
        address.StreetBuildingIdentifier + (address.FloorIdentifier is { } floor ? $", {floor}." : null),
        address.SuiteIdentifier is { } suite ? suite + "," : "",
        address.PostCodeIdentifier,
        address.DistrictName,
    }.Where(part => part.Length > 0));
}
