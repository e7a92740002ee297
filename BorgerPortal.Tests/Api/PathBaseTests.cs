using BorgerPortal.Tests.Journeys.LogIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace BorgerPortal.Tests.Api;

public abstract class PathBaseTests
{
    public sealed class OnSqlite : PathBaseTests;

    public sealed class OnPostgreSql : PathBaseTests;

    [Fact]
    public async Task CreateBooking_BelowAnotherPath_PointsThere()
    {
        await using var scene = await ApiScene.SetAsync(services => services.AddSingleton<IStartupFilter>(new Below("/portal")));

        var booked = await scene.CallAsync(HttpMethod.Post, "/portal" + scene.BookingPath, ApiScene.Json(scene.BookingBody));
        var refused = await scene.CallAsync(HttpMethod.Post, "/portal" + scene.BookingPath, ApiScene.Json(scene.BookingBody));

        Assert.StartsWith($"/portal{ApiScene.Base}/indkaldelser/", booked.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal("/portal/fejl/4819", refused.Json["type"]!.GetValue<string>());
        Assert.Equal(200, (await scene.CallAsync(HttpMethod.Get, booked.Headers.Location.OriginalString)).Status);
    }

    /// <summary>Everything that a page names lies below the path too, and so does where the server leads.</summary>
    [Fact]
    public async Task Page_BelowAnotherPath_NamesNothingOutsideIt()
    {
        await using var scene = await ApiScene.SetAsync(services => services.AddSingleton<IStartupFilter>(new Below("/portal")));
        using var visitor = new Visitor(scene.Server);

        Assert.Equal("/portal/log-ind", Visitor.LeadsTo(await visitor.GetAsync("/portal/min-side")));
        Assert.Equal("/portal/min-side", Visitor.LeadsTo(await visitor.LogInAsync(scene.Personnummer, "/portal/log-ind")));
        var page = await visitor.ReadAsync("/portal/min-side");

        Assert.Contains("<base href=\"/portal/\"", page, StringComparison.Ordinal);
        Assert.DoesNotMatch("(href|src|action)=\"/(?!portal/)", page);
        Assert.Equal("/portal/", Visitor.LeadsTo(await visitor.GetAsync("/portal/sprog/en")));
        scene.Server.Clock.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal("/portal/logget-af?grund=inaktiv&retur=%2Fportal%2Fbook", Visitor.LeadsTo(await visitor.GetAsync("/portal/book")));
        Assert.Equal("/portal/book", Visitor.LeadsTo(await visitor.LogInAsync(scene.Personnummer, "/portal/log-ind?retur=%2Fportal%2Fbook")));
        Assert.Equal("/portal/logget-af", Visitor.LeadsTo(await visitor.PostAsync("/portal/book", "/portal/log-af")));
    }

    private sealed class Below(string path) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.UsePathBase(path);
            next(app);
        };
    }
}
