using System.Text.Json.Serialization;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Persistence.Sqlite;
using BorgerPortal.Domain.Security;

namespace BorgerPortal.Bench.Rush;

/// <summary>The bare program over HTTP: it reads the body, finds the citizen by the same keyed hash, and books.</summary>
internal static class BareRush
{
    public static WebApplication Build(WebApplicationBuilder builder, string database, string keys)
    {
        var vault = new PersonnummerVault(KeyRing.Open(keys, mayCreate: false));
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(services => new BareSeller(new SqliteSettings(database), services.GetRequiredService<TimeProvider>()));
        builder.Services.ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, RushJson.Default));
        var app = builder.Build();
        app.MapPost("/v1/JobnetCitizenStatus/moedetilbud/{offer:guid}/booking", async (Guid offer, Wish wish, HttpContext context, BareSeller seller) =>
        {
            var headers = context.Request.Headers;
            _ = Personnummer.TryParse(headers["x-civilregistrationIdentifier"], out var personnummer);
            return await seller.SellAsync(vault.Lookup(personnummer), offer, wish.MoedeStarttidspunkt, headers["x-requestId"]!) is { } booking
                ? Results.Created($"/v1/JobnetCitizenStatus/indkaldelser/{booking}", value: null)
                : Results.StatusCode(StatusCodes.Status409Conflict);
        });
        return app;
    }
}

internal sealed record Wish(DateTimeOffset MoedeStarttidspunkt, int SamtaleformType);

[JsonSourceGenerationOptions(PropertyNameCaseInsensitive = true)]
[JsonSerializable(typeof(Wish))]
internal sealed partial class RushJson : JsonSerializerContext;
