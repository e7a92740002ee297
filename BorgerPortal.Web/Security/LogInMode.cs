namespace BorgerPortal.Web.Security;

/// <summary>How citizens log in (Authentication:Mode).</summary>
/// <param name="IsDemo">Anybody may log in as any citizen of the database; Development only.</param>
public sealed record LogInMode(bool IsDemo)
{
    /// <summary>Nobody can: the personal pages stay closed.</summary>
    public static readonly LogInMode None = new(IsDemo: false);

    public static readonly LogInMode Demo = new(IsDemo: true);
}
