using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using MudBlazor;

namespace BorgerPortal.Web.Components.Theme;

/// <summary>
/// The theme as a style sheet of its own. The browser picks light or dark before it paints, so nothing flashes, static
/// pages have it too, and no page carries a style element.
/// </summary>
public sealed partial class ThemeSheet(IServiceProvider services, ILoggerFactory loggers)
{
    public const string Path = "/tema.css";

    private readonly Lazy<Task<Sheet>> _sheet = new(() => WriteAsync(services, loggers));

    public async Task<string> ReadAsync() => (await _sheet.Value).Css;

    /// <summary>The sheet as nearly every browser takes it.</summary>
    public async Task<byte[]> ReadBrotliAsync() => (await _sheet.Value).Brotli;

    /// <summary>The address with what the sheet holds in it, so that browsers may keep it.</summary>
    public async Task<string> AddressAsync() =>
        $"{Path[1..]}?v={(await _sheet.Value).Version}";

    private static async Task<Sheet> WriteAsync(IServiceProvider services, ILoggerFactory loggers)
    {
        var light = VariablesOf(PortalTheme.Light) + await MudVariablesAsync(services, loggers, dark: false);
        var dark = VariablesOf(PortalTheme.Dark) + await MudVariablesAsync(services, loggers, dark: true);
        var css = $":root{{color-scheme:light dark;{light}}}\n@media screen and (prefers-color-scheme:dark){{:root{{{dark}}}}}\n";
        var bytes = Encoding.UTF8.GetBytes(css);
        return new Sheet(css, await CompressAsync(bytes), Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 8)));
    }

    private static async Task<byte[]> CompressAsync(byte[] bytes)
    {
        using var compressed = new MemoryStream();
        await using (var brotli = new BrotliStream(compressed, CompressionLevel.Optimal))
        {
            await brotli.WriteAsync(bytes);
        }

        return compressed.ToArray();
    }

    private static string VariablesOf(PortalPalette palette) => string.Concat(typeof(PortalPalette).GetProperties().Select(property =>
        $"--portal-{WordStart().Replace(property.Name, "-$0").ToLowerInvariant()}:{property.GetValue(palette)};"));

    // MudBlazor writes its variables from a component alone.
    private static async Task<string> MudVariablesAsync(IServiceProvider services, ILoggerFactory loggers, bool dark)
    {
        await using var scope = services.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, loggers);
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = ParameterView.FromDictionary(new Dictionary<string, object?>
            {
                [nameof(MudThemeProvider.Theme)] = PortalTheme.Mud,
                [nameof(MudThemeProvider.IsDarkMode)] = dark,
            });
            return (await renderer.RenderComponentAsync<MudThemeProvider>(parameters)).ToHtmlString();
        });
        return string.Concat(Variable().Matches(html).Select(match => match.Value));
    }

    [GeneratedRegex("(?<!^)[A-Z]", RegexOptions.None, 1000)]
    private static partial Regex WordStart();

    [GeneratedRegex("--mud-[a-z0-9-]+:[^;{}]+;", RegexOptions.None, 1000)]
    private static partial Regex Variable();

    /// <param name="Css">As it is written.</param>
    /// <param name="Brotli">The same, compressed.</param>
    /// <param name="Version">Of what it holds.</param>
    private sealed record Sheet(string Css, byte[] Brotli, string Version);
}

internal static class ThemeSheetEndpoint
{
    public static void MapThemeSheet(this IEndpointRouteBuilder routes) => routes.MapGet(ThemeSheet.Path, async (ThemeSheet sheet, HttpRequest request, HttpResponse response) =>
    {
        response.Headers.Vary = "Accept-Encoding";
        response.Headers.CacheControl = KeptFiles.ForGood;
        if (request.GetTypedHeaders().AcceptEncoding.Any(encoding => encoding.Value == "br" && encoding.Quality != 0))
        {
            response.Headers.ContentEncoding = "br";
            return Results.Bytes(await sheet.ReadBrotliAsync(), "text/css; charset=utf-8");
        }

        return Results.Text(await sheet.ReadAsync(), "text/css; charset=utf-8");
    });
}
