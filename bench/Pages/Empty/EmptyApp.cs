using MudBlazor.Services;

namespace BorgerPortal.Bench.Pages.Empty;

/// <summary>The bare program of the pages: an empty page of MudBlazor, interactive and prerendered as the portal's are.</summary>
internal static class EmptyApp
{
    /// <summary>MudBlazor's files and Blazor's, as the portal has them.</summary>
    private const string PortalManifest = "BorgerPortal.Web.staticwebassets.endpoints.json";

    /// <param name="builder">The host.</param>
    /// <param name="folder">Where the portal's files lie: of its build, or of a portal that has been published.</param>
    public static WebApplication Build(WebApplicationBuilder builder, string folder)
    {
        var manifest = Path.Combine(folder, PortalManifest);
        builder.Services.AddRazorComponents().AddInteractiveServerComponents();
        builder.Services.AddMudServices();
        var app = builder.Build();
        app.UseAntiforgery();
        app.MapStaticAssets(manifest);
        app.MapRazorComponents<EmptyDocument>().AddInteractiveServerRenderMode().WithStaticAssets(manifest);
        return app;
    }
}
