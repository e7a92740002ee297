using System.Collections.Concurrent;
using System.Globalization;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Persistence.Sqlite;
using BorgerPortal.Domain.Security;

namespace BorgerPortal.Bench.Timeslots;

/// <summary>
/// The bare program: it finds the citizen by the same keyed hash, reads what the portal reads with the same statements,
/// prepared once on connections that are kept, leaves out what is taken, and writes the answer. It checks nothing.
/// </summary>
internal static class BareTimeslots
{
    /// <summary>Those that the portal gives each of its answers.</summary>
    private static readonly (string Name, string Value)[] Headers =
    [
        ("Cache-Control", "no-store"),
        ("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Permissions-Policy", "accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()"),
        ("Referrer-Policy", "same-origin"),
        ("Strict-Transport-Security", "max-age=31536000; includeSubDomains"),
        ("X-Content-Type-Options", "nosniff"),
        ("X-Frame-Options", "DENY"),
    ];

    public static WebApplication Build(WebApplicationBuilder builder, string database, string keys)
    {
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        var settings = new SqliteSettings(database);
        var vault = new PersonnummerVault(KeyRing.Open(keys, mayCreate: false));
        var idle = new ConcurrentBag<BareReader>();
        var app = builder.Build();
        app.MapGet("/v1/JobnetCitizenStatus/moedetilbud/{offer:guid}/moedetider", (Guid offer, HttpContext context) =>
        {
            var query = context.Request.Query;
            _ = Personnummer.TryParse(context.Request.Headers["x-civilregistrationIdentifier"], out var personnummer);
            var reader = idle.TryTake(out var kept) ? kept : new BareReader(settings);
            var answer = reader.Read(
                vault.Lookup(personnummer), offer, Instant(query["startMoedetidsinterval"]), Instant(query["slutMoedetidsinterval"]));
            idle.Add(reader);
            foreach (var (name, value) in Headers)
            {
                context.Response.Headers[name] = value;
            }

            return TypedResults.Json(answer, AnswerJson.Written.TimeslotsAnswer);
        });
        return app;
    }

    private static DateTimeOffset Instant(string? text) => DateTimeOffset.Parse(text!, CultureInfo.InvariantCulture);
}
