using Microsoft.Net.Http.Headers;

namespace BorgerPortal.Web.Security;

/// <summary>What every answer tells the browser to keep from. An answer that says otherwise of itself is left as it is.</summary>
internal sealed class SecurityHeaders(RequestDelegate next, IHostEnvironment environment)
{
    /// <summary>Pages: everything from here, nothing inline, no frame. Websockets to here are 'self' too.</summary>
    public const string PagePolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        + "connect-src 'self'; form-action 'self'; base-uri 'self'; frame-ancestors 'none'";

    /// <summary>Answers of the API are no pages at all.</summary>
    public const string DataPolicy = "default-src 'none'; frame-ancestors 'none'";

    private static readonly string[] Data = ["/v1", "/openapi"];

    private static readonly KeyValuePair<string, string>[] Always =
    [
        new(HeaderNames.XContentTypeOptions, "nosniff"),
        new(HeaderNames.XFrameOptions, "DENY"),
        new("Referrer-Policy", "same-origin"),
        new("Cross-Origin-Opener-Policy", "same-origin"),
        new("Cross-Origin-Resource-Policy", "same-origin"),
        new("Permissions-Policy",
            "accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()"),
        new(HeaderNames.CacheControl, "no-store"),
    ];

    // Written also where TLS ends in front of the portal; a browser heeds it over TLS alone.
    private static readonly KeyValuePair<string, string> OverTlsAlone = new(HeaderNames.StrictTransportSecurity, "max-age=31536000; includeSubDomains");

    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(() =>
        {
            Write(context);
            return Task.CompletedTask;
        });
        return next(context);
    }

    private void Write(HttpContext context)
    {
        var headers = context.Response.Headers;
        var path = context.Request.Path;
        headers.TryAdd(HeaderNames.ContentSecurityPolicy, Data.Any(root => path.StartsWithSegments(root, StringComparison.OrdinalIgnoreCase)) ? DataPolicy : PagePolicy);
        foreach (var (name, value) in Always)
        {
            headers.TryAdd(name, value);
        }

        if (!environment.IsDevelopment())
        {
            headers.TryAdd(OverTlsAlone.Key, OverTlsAlone.Value);
        }
    }
}
