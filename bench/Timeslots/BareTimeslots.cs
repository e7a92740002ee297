using System.Collections.Concurrent;
using System.Globalization;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Persistence.Sqlite;
using BorgerPortal.Domain.Security;
using BorgerPortal.Web.Security;

namespace BorgerPortal.Bench.Timeslots;

/// <summary>
/// The bare program: it finds the citizen by the same keyed hash, reads what the portal reads with the same statements,
/// prepared once on connections that are kept, leaves out what is taken, and writes the answer. It checks nothing.
/// </summary>
internal static class BareTimeslots
{
    public static WebApplication Build(WebApplicationBuilder builder, string database, string keys)
    {
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        var settings = new SqliteSettings(database);
        var vault = new PersonnummerVault(KeyRing.Open(keys, mayCreate: false));
        var idle = new ConcurrentBag<BareReader>();
        var app = builder.Build();

        // The answers are compared to the byte, and the portal's headers are no work of the times.
        app.UseMiddleware<SecurityHeaders>();
        app.MapGet("/v1/JobnetCitizenStatus/moedetilbud/{offer:guid}/moedetider", (Guid offer, HttpContext context) =>
        {
            var query = context.Request.Query;
            _ = Personnummer.TryParse(context.Request.Headers["x-civilregistrationIdentifier"], out var personnummer);
            var reader = idle.TryTake(out var kept) ? kept : new BareReader(settings);
            var answer = reader.Read(
                vault.Lookup(personnummer), offer, Instant(query["startMoedetidsinterval"]), Instant(query["slutMoedetidsinterval"]));
            idle.Add(reader);
            return TypedResults.Json(answer, AnswerJson.Written.TimeslotsAnswer);
        });
        return app;
    }

    private static DateTimeOffset Instant(string? text) => DateTimeOffset.Parse(text!, CultureInfo.InvariantCulture);
}
