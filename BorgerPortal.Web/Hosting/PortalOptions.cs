namespace BorgerPortal.Web.Hosting;

/// <summary>Portal: what an authority calls itself in the pages.</summary>
public sealed class PortalOptions
{
    public const string Section = "Portal";

    /// <summary>Stands in every page's header and title, such as Jobcenter or Kommunen; the language's own word where it is left out.</summary>
    public string? JobCentreLabel { get; set; }
}
