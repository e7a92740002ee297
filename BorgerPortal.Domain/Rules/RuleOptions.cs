namespace BorgerPortal.Domain.Rules;

/// <summary>Rules: what an authority may decide otherwise.</summary>
public sealed class RuleOptions
{
    public const string Section = "Rules";

    private static readonly int[] DefaultRehabTeamContactGroups = [11, 12, 13];

    /// <summary>Contact groups for which a meeting with the rehabilitation team is allowed (9121); 11, 12 and 13 where left out.</summary>
    public int[]? RehabTeamContactGroups { get; set; }

    /// <summary>For how many days from today the times of an immediate booking are shown.</summary>
    public int ImmediateBookingDays { get; set; } = 10;

    public bool AllowsRehabTeam(int contactGroup) => (RehabTeamContactGroups ?? DefaultRehabTeamContactGroups).Contains(contactGroup);
}
