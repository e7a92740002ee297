namespace BorgerPortal.Domain.Rules;

/// <summary>Rules: what an authority may decide otherwise.</summary>
public sealed class RuleOptions
{
    public const string Section = "Rules";

    private static readonly int[] DefaultRehabTeamContactGroups = [11, 12, 13];

    /// <summary>Contact groups for which a meeting with the rehabilitation team is allowed (9121); 11, 12 and 13 where left out.</summary>
    public int[]? RehabTeamContactGroups { get; set; }

    public bool AllowsRehabTeam(int contactGroup) => (RehabTeamContactGroups ?? DefaultRehabTeamContactGroups).Contains(contactGroup);
}
