using System.Globalization;
using BorgerPortal.Domain.Time;

namespace BorgerPortal.Web.Journeys.Book;

/// <summary>
/// A time as an address and a handle write it: Danish local time, with its offset only where the clock shows that time
/// twice (the last Sunday of October).
/// </summary>
public static class AddressTime
{
    public const string DayForm = "yyyy-MM-dd";

    public static string Write(DateTimeOffset instant)
    {
        var danish = instant.ToDanish();
        var form = danish.Second == 0 ? "yyyy-MM-dd'T'HH:mm" : "yyyy-MM-dd'T'HH:mm:ss";
        return danish.ToString(IsShownTwice(instant) ? form + "zzz" : form, CultureInfo.InvariantCulture);
    }

    public static string Write(DateOnly date) => date.ToString(DayForm, CultureInfo.InvariantCulture);

    /// <summary>Null for what is no time, does not exist, or exists twice without saying which.</summary>
    public static DateTimeOffset? Read(string? text) =>
        // A plus sign that nobody escaped arrives as a space.
        DanishTime.Parse(text?.Replace(' ', '+'));

    public static bool IsShownTwice(DateTimeOffset instant) => DanishTime.Zone.IsAmbiguousTime(instant.ToDanish().DateTime);
}
