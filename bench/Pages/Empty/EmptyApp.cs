using MudBlazor.Services;

namespace BorgerPortal.Bench.Pages.Empty;

/// <summary>The bare program of the pages: an empty page of MudBlazor, interactive and prerendered as the portal's are.</summary>
internal static class EmptyApp
{
    /// <summary>MudBlazor's files and Blazor's, as the portal has them.</summary>
    private const string PortalManifest = "BorgerPortal.Web.staticwebassets.endpoints.json";

    public static WebApplication Build(WebApplicationBuilder builder)
    {
        builder.Services.AddRazorComponents().AddInteractiveServerComponents();
        builder.Services.AddMudServices();
        var app = builder.Build();
        app.UseAntiforgery();
        app.MapStaticAssets(PortalManifest);
        app.MapRazorComponents<EmptyDocument>().AddInteractiveServerRenderMode().WithStaticAssets(PortalManifest);
        return app;
    }
}
