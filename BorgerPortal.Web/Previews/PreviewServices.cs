using BorgerPortal.Domain.Previews;
using BorgerPortal.Web.Security;

namespace BorgerPortal.Web.Previews;

/// <summary>Adds the previews.</summary>
internal static class PreviewServices
{
    public static void AddPreviews(this IServiceCollection services)
    {
        services.AddSingleton<PreviewTokens>();
        services.AddScoped(provider =>
        {
            var (user, tokens) = (provider.GetRequiredService<CircuitUser>(), provider.GetRequiredService<PreviewTokens>());
            return new Perspective(provider, () => user.PreviewToken is { } token ? tokens.Read(token) : null, provider.GetRequiredService<PreviewPortals>());
        });
    }

    /// <summary>From here on, whoever previews is whom they preview.</summary>
    public static void UsePreviewUsers(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        // A page that says that something failed is nobody's.
        if (context.Features.Get<PreviewVisit>() is { } visit && context.User.SessionHash() is not null)
        {
            context.User = PreviewUser.Of(context.User, visit.Token, visit.Ticket);
            context.RequestServices.GetRequiredService<Perspective>().Enter(visit.Ticket);
        }

        return next(context);
    });
}
