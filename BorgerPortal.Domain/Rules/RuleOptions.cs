namespace BorgerPortal.Domain.Rules;

/// <summary>Rules: what a jobcentre's authority may decide otherwise.</summary>
public sealed class RuleOptions
{
    public const string Section = "Rules";

    /// <summary>Contact groups for which a meeting with the rehabilitation team is allowed (9121).</summary>
    public IReadOnlySet<int> RehabTeamContactGroups { get; set; } = new HashSet<int> { 11, 12, 13 };
}
