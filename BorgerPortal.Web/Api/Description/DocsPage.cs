using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;
using Scalar.AspNetCore;

namespace BorgerPortal.Web.Api.Description;

/// <summary>A page to read the API and try it, at /api/docs. All that it needs comes from here: no other host is asked for anything.</summary>
internal static class DocsPage
{
    public const string Address = "/api/docs";

    /// <summary>On unless it is false.</summary>
    private const string Key = "Api:Docs";

    public static void MapDocsPage(this WebApplication app)
    {
        if (!app.Configuration.GetValue(Key, defaultValue: true))
        {
            return;
        }

        app.MapScalarApiReference(Address, (options, context) =>
        {
            var nonce = RandomNumberGenerator.GetHexString(32);
            context.Response.Headers[HeaderNames.ContentSecurityPolicy] = PolicyWith(nonce);
            context.Response.Headers[HeaderNames.XContentTypeOptions] = "nosniff";
            context.Response.Headers["Referrer-Policy"] = "no-referrer";
            options.WithTitle("BorgerPortal API")
                .WithNonce(nonce)
                .WithOpenApiRoutePattern("/openapi/{documentName}.json")
                .WithFavicon("/favicon.svg")
                .DisableDefaultFonts()
                .HideClientButton()
                .DisableTelemetry()
                .DisableAgent()
                .DisableMcp()
                .HideDeveloperTools()
                .ExpandAllTags()
                .AddPreferredSecuritySchemes([ApiDescription.KeyScheme]);
            if (app.Environment.IsDevelopment())
            {
                options.AddApiKeyAuthentication(ApiDescription.KeyScheme, scheme => scheme.Value = "demo-key");
            }
        }).AllowAnonymous();
    }

    // Styles are written while the page runs, so they cannot carry the nonce.
    private static string PolicyWith(string nonce) =>
        $"default-src 'none'; script-src 'nonce-{nonce}' 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
        + "font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
}
