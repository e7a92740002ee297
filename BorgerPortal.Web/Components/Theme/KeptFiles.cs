using System.Globalization;
using MudBlazor;

namespace BorgerPortal.Web.Components.Theme;

/// <summary>
/// Files whose address names their version (?v=): a browser keeps them for good. Those of packages and the fonts have no
/// address with a fingerprint that is also served compressed.
/// </summary>
internal static class KeptFiles
{
    /// <summary>Also stands in portal.css.</summary>
    private const string FontVersion = "1";

    public const string RegularFont = $"fonts/ibm-plex-sans-latin-400-normal.woff2?v={FontVersion}";

    public const string BoldFont = $"fonts/ibm-plex-sans-latin-600-normal.woff2?v={FontVersion}";

    public static readonly string MudBlazorStyles = $"_content/MudBlazor/MudBlazor.min.css?v={typeof(MudButton).Assembly.GetName().Version}";

    public static readonly string ForGood = string.Create(CultureInfo.InvariantCulture, $"public, max-age={TimeSpan.FromDays(365).TotalSeconds}, immutable");

    private static readonly string[] Folders = ["/fonts", "/_content/MudBlazor"];

    public static void UseKeptFiles(this WebApplication app) => app.Use((context, next) =>
    {
        if (context.Request.Query.ContainsKey("v") && Array.Exists(Folders, folder => context.Request.Path.StartsWithSegments(folder, StringComparison.OrdinalIgnoreCase)))
        {
            context.Response.OnStarting(
                static state =>
                {
                    var response = (HttpResponse)state;
                    if (response.StatusCode is StatusCodes.Status200OK or StatusCodes.Status304NotModified)
                    {
                        response.Headers.CacheControl = ForGood;
                    }

                    return Task.CompletedTask;
                },
                context.Response);
        }

        return next(context);
    });
}
