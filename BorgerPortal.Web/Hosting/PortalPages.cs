using System.Data.Common;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Web.Components;
using BorgerPortal.Web.Components.Shared;
using BorgerPortal.Web.Components.Theme;
using BorgerPortal.Web.Journeys;
using BorgerPortal.Web.Journeys.Meetings;
using BorgerPortal.Web.Previews;
using BorgerPortal.Web.Security;
using Microsoft.AspNetCore.DataProtection;
using MudBlazor.Services;

namespace BorgerPortal.Web.Hosting;

/// <summary>The pages, and what they stand on.</summary>
internal static class PortalPages
{
    /// <summary>A stopping server does not wait for browsers that keep coming back.</summary>
    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(3);

    public static void AddPortalPages(this WebApplicationBuilder builder, string dataFolder)
    {
        var services = builder.Services;
        services.AddRazorComponents().AddInteractiveServerComponents(options => options.DetailedErrors = builder.Environment.IsDevelopment());
        services.AddMudServices();
        services.AddLocalization();
        services.AddPortalLanguages();
        builder.AddCookieRules();
        services.AddSingleton<ThemeSheet>();
        services.AddSingleton<PageFaults>();
        services.AddSingleton<CalendarFile>();
        services.AddPreviews();
        services.Configure<PortalOptions>(builder.Configuration.GetSection(PortalOptions.Section));
        services.Configure<HostOptions>(options => options.ShutdownTimeout = ShutdownTimeout);

        // Kept with the data: a restart logs nobody off and leaves no open page behind.
        services.AddDataProtection().SetApplicationName("BorgerPortal").PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(dataFolder, "keys")));
        builder.AddLogIn();
    }

    /// <summary>Comes before the API is mapped: that answers its own errors, and so must lie within.</summary>
    public static void MapPortalPages(this WebApplication app)
    {
        app.UseMiddleware<SecurityHeaders>();
        app.UseCookiePolicy();
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = Urls.From("", Urls.Error),
            CreateScopeForErrors = true,
            StatusCodeSelector = exception =>
                exception is BookingStoreUnavailableException or DbException ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status500InternalServerError,
        });
        app.UseStatusCodePagesWithReExecute(Urls.From("", Urls.NotFound), createScopeForStatusCodePages: true);
        app.UseMiddleware<PreviewPaths>();
        app.UseRouting();
        app.UseKeptFiles();
        app.UseRequestLocalization();
        app.UseAuthentication();
        app.UsePreviewUsers();
        app.UseSessions();
        app.UseAuthorization();
        app.UseAntiforgery();

        app.MapStaticAssets();
        app.MapThemeSheet();
        app.MapLanguages();
        app.MapSession();
        app.MapCalendarFiles();

        // The framework's own policy would let this site frame itself; ours does not.
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
    }
}
