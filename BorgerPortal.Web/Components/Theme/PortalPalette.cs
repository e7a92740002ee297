namespace BorgerPortal.Web.Components.Theme;

/// <summary>The colours of one mode. Values of the Danish public design system; dark ones of our own beside them.</summary>
public sealed record PortalPalette
{
    public required string Background { get; init; }

    /// <summary>Cards, header and footer.</summary>
    public required string Surface { get; init; }

    public required string Text { get; init; }

    public required string MutedText { get; init; }

    public required string Primary { get; init; }

    public required string PrimaryHover { get; init; }

    public required string OnPrimary { get; init; }

    public required string Link { get; init; }

    /// <summary>The edge of what can be operated.</summary>
    public required string Border { get; init; }

    /// <summary>A line that only divides.</summary>
    public required string Divider { get; init; }

    public required string Focus { get; init; }

    public required string Error { get; init; }

    public required string ErrorTint { get; init; }

    public required string Warning { get; init; }

    public required string WarningTint { get; init; }

    public required string Success { get; init; }

    public required string SuccessTint { get; init; }

    public required string Info { get; init; }

    public required string InfoTint { get; init; }
}
