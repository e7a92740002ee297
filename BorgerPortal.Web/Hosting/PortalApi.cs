using BorgerPortal.Web.Api;
using BorgerPortal.Web.Api.Answers;
using BorgerPortal.Web.Api.Clients;
using BorgerPortal.Web.Api.Description;
using BorgerPortal.Web.Api.Reading;

namespace BorgerPortal.Web.Hosting;

/// <summary>Adds the operations over HTTP for client systems.</summary>
internal static class PortalApi
{
    /// <summary>Everything below it is the API's, also an address that nobody knows.</summary>
    private const string Root = "/v1";

    /// <summary>Below it lies the page of the API alone.</summary>
    private const string Docs = "/api";

    /// <summary>In Development the framework gives every file name an address, behind which a method that is not known reads as 404 and not 405.</summary>
    private const string NoAddressForEveryFileName = "DisableStaticAssetNotFoundRuntimeFallback";

    /// <exception cref="StartRefusedException">The clients of the API are not configured soundly.</exception>
    public static void AddPortalApi(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(ApiClientSettings.Read(builder.Configuration, builder.Environment.IsDevelopment()));
        builder.Services.AddSingleton<RequestsInFlight>();
        builder.Services.AddApiDescription();
        builder.Configuration[NoAddressForEveryFileName] = "true";
    }

    public static void MapPortalApi(this WebApplication app)
    {
        app.UseWhen(
            context => context.Request.Path.StartsWithSegments(Root, StringComparison.OrdinalIgnoreCase),
            api => api.UseMiddleware<ApiAnswers>().UseMiddleware<ApiKeyCheck>());
        app.UseWhen(
            context => context.Request.Path.StartsWithSegments(Docs, StringComparison.OrdinalIgnoreCase),
            docs => docs.Use(CompleteAsync));
        app.MapOperations();
        app.MapApiDescription();
        app.MapDocsPage();
    }

    /// <summary>Whoever asks here is a program as likely as not: an error is no page of the portal's.</summary>
    private static async Task CompleteAsync(HttpContext context, RequestDelegate next)
    {
        await next(context);
        if (!context.Response.HasStarted && context.Response.StatusCode >= StatusCodes.Status400BadRequest)
        {
            await new StatusProblem(context.Response.StatusCode).ExecuteAsync(context);
        }
    }
}
