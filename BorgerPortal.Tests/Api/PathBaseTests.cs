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

    private sealed class Below(string path) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.UsePathBase(path);
            next(app);
        };
    }
}
