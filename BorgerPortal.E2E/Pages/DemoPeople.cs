namespace BorgerPortal.E2E.Pages;

/// <summary>Who stands in the demonstration.</summary>
internal static class DemoPeople
{
    /// <summary>Must book a job interview within a week.</summary>
    public const string Anna = "0101505321";

    /// <summary>Did not book in time, and must do so at once.</summary>
    public const string Bo = "1402516128";

    /// <summary>Summoned to a meeting that is to be accepted.</summary>
    public const string Camilla = "2303525436";

    public const string CamillasMeeting = "7c000000-0000-4000-8000-000000000001";

    /// <summary>Deprived of the right to book.</summary>
    public const string David = "0904537712";

    /// <summary>Has nothing to book before a date.</summary>
    public const string Farid = "2606556218";

    /// <summary>Has meetings ahead, held and cancelled.</summary>
    public const string Ida = "0512515834";

    public const string IdasMeeting = "7c000000-0000-4000-8000-000000000002";

    /// <summary>Has a deadline that no time is offered for.</summary>
    public const string Karen = "2107538212";

    public const string IdasPastMeeting = "7c000000-0000-4000-8000-000000000003";

    /// <summary>The first caseworker in the list, who may do everything.</summary>
    public const int Mette = 1;

    public const string IdasCancelledMeeting = "7c000000-0000-4000-8000-000000000004";
}
