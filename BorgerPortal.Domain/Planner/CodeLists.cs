namespace BorgerPortal.Domain.Planner;

/// <summary>SamtaleType: the ones that a rule names. The whole list is data: <see cref="CodeList.InterviewTypes"/>.</summary>
public static class InterviewType
{
    public const int FollowUp = 4;
    public const int JobInterview = 7;
    public const int JointJobInterview = 17;
    public const int RehabTeam = 18;
}

/// <summary>MoedeGruppeType.</summary>
public static class InterviewFormType
{
    public const int Individual = 1;
    public const int Group = 2;
}

/// <summary>SamtaleformType: the ones that a rule or a page names.</summary>
public static class ContactType
{
    public const int Personal = 1;
    public const int Telephone = 2;
    public const int Video = 7;
}

/// <summary>One entry of a code list, with its Danish and English name.</summary>
public sealed record CodeListEntry(int Id, string Danish, string English);

/// <summary>A code list of the authority, as far as it is published; the rest are this project's until the authority's are put in.</summary>
public sealed class CodeList(string name, params CodeListEntry[] entries)
{
    private readonly HashSet<int> _ids = [.. entries.Select(entry => entry.Id)];

    public string Name { get; } = name;

    public IReadOnlyList<CodeListEntry> Entries { get; } = entries;

    public bool Contains(int id) => _ids.Contains(id);

    public CodeListEntry? Find(int id) => Entries.FirstOrDefault(entry => entry.Id == id);

    public static readonly CodeList InterviewTypes = new(
        "samtaleType",
        new(4, "Opfølgningssamtale", "Follow-up meeting"),
        new(7, "Jobsamtale", "Job interview"),
        new(8, "Henvisning", "Referral"),
        new(9, "Informationsmøde", "Information meeting"),
        new(10, "CV-samtale", "CV meeting"),
        new(11, "Formidlingssamtale", "Placement meeting"),
        new(12, "Anden samtale", "Other meeting"),
        new(13, "Informationsmøde uden mødepligt", "Voluntary information meeting"),
        new(15, "Rådighedssamtale", "Availability meeting"),
        new(17, "Fælles jobsamtale med a-kasse", "Joint job interview with the unemployment fund"),
        new(18, "Samtale i rehabiliteringsteam", "Meeting with the rehabilitation team"));

    public static readonly CodeList InterviewFormTypes = new(
        "moedeGruppeType",
        new(1, "Individuelt møde", "Individual meeting"),
        new(2, "Fællesmøde", "Group meeting"));

    public static readonly CodeList ContactTypes = new(
        "samtaleformType",
        new(1, "Personligt fremmøde", "In person"),
        new(2, "Telefon", "Telephone"),
        new(3, "Brev", "Letter"),
        new(4, "Digitalt", "Digital"),
        new(5, "Andet", "Other"),
        new(6, "Møde direkte på arbejde", "At the workplace"),
        new(7, "Video", "Video"));

    public static readonly CodeList DeadlineStatuses = new(
        "friststatusType",
        new(1, "Aktiv", "Active"),
        new(2, "Indfriet", "Met"),
        new(3, "Administrativt lukket", "Administratively closed"));

    public static readonly CodeList ErrorOrigins = new(
        "fejlOphav",
        new(30, "DFDG", "DFDG"),
        new(32, "Jobnet", "Jobnet"));

    public static readonly CodeList OrganisationTypes = new(
        "organisationType",
        new(1, "Kommune/jobcenter", "Municipality or jobcentre"),
        new(2, "A-kasse", "Unemployment fund"),
        new(3, "Anden aktør", "Other actor"));

    public static readonly CodeList ParticipantTypes = new(
        "deltagerType",
        new(1, "Bisidder", "Companion"),
        new(2, "A-kasse", "Unemployment fund"),
        new(3, "Anden myndighed", "Other authority"),
        new(4, "Arbejdsgiver", "Employer"),
        new(5, "Tolk", "Interpreter"));

    /// <summary>By number; few of them have a name.</summary>
    public static readonly CodeList ContactGroups = new(
        "kontaktgruppe",
        [.. Enumerable.Range(1, 8).Concat(Enumerable.Range(10, 20)).Select(number => number == 13
            ? new CodeListEntry(number, "Jobafklaring", "Job clarification")
            : new CodeListEntry(number, $"Kontaktgruppe {number}", $"Contact group {number}"))]);

    public static readonly CodeList AbsenceTypes = new(
        "fravaer",
        new(56, "Fritaget for selvbooking", "Exempt from self-booking"),
        new(57, "Frataget retten til selvbooking", "Deprived of the right to self-book"),
        new(75, "Kontakten ligger hos a-kassen", "Contact is with the unemployment fund"));

    /// <summary>Every list.</summary>
    public static readonly IReadOnlyList<CodeList> All =
    [
        InterviewTypes, InterviewFormTypes, ContactTypes, DeadlineStatuses, ErrorOrigins, OrganisationTypes, ParticipantTypes,
        ContactGroups, AbsenceTypes,
    ];
}
