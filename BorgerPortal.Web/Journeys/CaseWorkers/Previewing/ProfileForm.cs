using System.Globalization;
using BorgerPortal.Domain.Planner;
using BorgerPortal.Domain.Previews;
using BorgerPortal.Web.Components.Shared;
using BorgerPortal.Web.Journeys.Book;
using BorgerPortal.Web.Resources;
using Microsoft.Extensions.Localization;

namespace BorgerPortal.Web.Journeys.CaseWorkers.Previewing;

/// <summary>Who is made up, as it is filled in: a row of which nothing has been chosen counts for nothing.</summary>
public sealed class ProfileForm
{
    public const int MostRows = 4;

    public string ContactGroup { get; set; } = "1";

    public bool HasCustomerNumber { get; set; } = true;

    public List<ProfileRow> Deadlines { get; } = [new()];

    public List<ProfileRow> Absences { get; } = [new()];

    public List<ProfileRow> Meetings { get; } = [new()];

    /// <summary>Null where something is not in order; each such row has its error.</summary>
    public PreviewProfile? Read(IStringLocalizer<Texts> texts, List<FieldError> errors)
    {
        var deadlines = ReadAll("frist", Deadlines, CodeList.InterviewTypes, row =>
            row.First is { } bookBy && row.Second is { } holdBy && bookBy <= holdBy ? new PreviewDeadline(row.Number!.Value, bookBy, holdBy) : null,
            texts["Profile_DeadlineFault"], errors);
        var absences = ReadAll("fravaer", Absences, CodeList.AbsenceTypes, row =>
            row.First is { } from && (row.SecondText.Length == 0 || from <= row.Second) ? new PreviewAbsence(row.Number!.Value, from, row.Second) : null,
            texts["Profile_AbsenceFault"], errors);
        var meetings = ReadAll("moede", Meetings, CodeList.InterviewTypes, row =>
            row.Start is { } start ? new PreviewBooking(row.Number!.Value, start) : null,
            texts["Profile_MeetingFault"], errors);
        return errors.Count == 0 && int.TryParse(ContactGroup, NumberStyles.None, CultureInfo.InvariantCulture, out var group) && CodeList.ContactGroups.Contains(group)
            ? new PreviewProfile(group) { HasCustomerNumber = HasCustomerNumber, Deadlines = deadlines, Absences = absences, Bookings = meetings }
            : null;
    }

    private static List<T> ReadAll<T>(
        string name, List<ProfileRow> rows, CodeList types, Func<ProfileRow, T?> read, string fault, List<FieldError> errors)
        where T : class
    {
        var all = new List<T>();
        foreach (var (index, row) in rows.Take(MostRows).Index().Where(row => row.Item.Type.Length > 0))
        {
            if (row.Number is { } type && types.Contains(type) && read(row) is { } one)
            {
                all.Add(one);
            }
            else
            {
                errors.Add(new FieldError($"{name}-{index}", $"{name}-{index}", fault));
            }
        }

        return all;
    }
}

/// <summary>A row of the form: a type, and two dates or a date and a time, as they are typed.</summary>
public sealed class ProfileRow
{
    public string Type { get; set; } = "";

    public string FirstText { get; set; } = "";

    /// <summary>A date, or a time.</summary>
    public string SecondText { get; set; } = "";

    internal int? Number => int.TryParse(Type, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    internal DateOnly? First => Date(FirstText);

    internal DateOnly? Second => Date(SecondText);

    internal DateTimeOffset? Start => AddressTime.Read($"{FirstText}T{SecondText}");

    private static DateOnly? Date(string text) =>
        DateOnly.TryParseExact(text, AddressTime.DayForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}
