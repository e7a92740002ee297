using System.Text;
using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Planner;
using BorgerPortal.Domain.Time;
using BorgerPortal.Tests.Support;
using BorgerPortal.Tests.Support.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace BorgerPortal.Tests.Api;

/// <summary>A server with one citizen, one offer and one free time, and a client that calls it.</summary>
public sealed class ApiScene : IAsyncLifetime
{
    public const string Base = "/v1/JobnetCitizenStatus";

    private readonly Action<IServiceCollection>? _configure;
    private PortalServer? _server;

    public ApiScene()
        : this(null)
    {
    }

    private ApiScene(Action<IServiceCollection>? configure, TestDatabase? database = null)
    {
        _configure = configure;

        // A class's scene is made before any test can be skipped.
        _server = TestDatabase.IsHere ? PortalServer.Create(database, configure) : null;
    }

    public PortalServer Server => _server!;

    public CaseWorker Worker { get; private set; } = null!;

    public PlannedOption Option { get; private set; } = null!;

    public Citizen Citizen { get; private set; } = null!;

    /// <summary>The ten digits of <see cref="Citizen"/>.</summary>
    public string Personnummer { get; private set; } = null!;

    public DateTimeOffset Start { get; } = World.Danish(2027, 3, 8, 9);

    public string BookingPath => $"{Base}/moedetilbud/{Option.Id}/booking";

    public string BookingBody => $$"""{"moedeStarttidspunkt":"{{Start.ToWire()}}","samtaleformType":1}""";

    public static async Task<ApiScene> SetAsync(Action<IServiceCollection>? configure = null, TestDatabase? database = null)
    {
        TestDatabase.Require();
        var scene = new ApiScene(configure, database);
        await scene.InitializeAsync();
        return scene;
    }

    /// <summary>As <see cref="SetAsync"/>, on a real port.</summary>
    public static async Task<(ApiScene Scene, Uri Address)> ListenAsync(Action<IServiceCollection>? configure = null)
    {
        var scene = new ApiScene(configure);
        var address = scene.Server.Listen();
        await scene.InitializeAsync();
        return (scene, address);
    }

    public async ValueTask InitializeAsync()
    {
        if (_server is null)
        {
            return;
        }

        var world = Server.World;
        await world.AddJobCentresAsync();
        Worker = await world.AddCaseWorkerAsync("RID-1");
        Option = await world.AddOptionAsync([Worker], option => option.AllowChoiceOfSupervisor = true);
        await world.AddTimeslotAsync(Option, Start, [Worker]);
        Citizen = await world.AddCitizenAsync();
        Personnummer = Server.PersonnummerOf(Citizen);
    }

    /// <summary>Stops the server and starts another one on the same data.</summary>
    public async Task RestartAsync()
    {
        // The program and its host both end the services, and the second does not wait for the first: let go of the database here.
        var store = Server.Services.GetRequiredService<IBookingStore>();
        await Server.DisposeAsync();
        (store as IDisposable)?.Dispose();
        _server = PortalServer.Create(Server.Database, _configure);
    }

    /// <summary>Calls as the client Jobnet about the citizen; null takes a header away.</summary>
    public async Task<Answer> CallAsync(
        HttpMethod method, string path, HttpContent? content = null, params (string Name, string? Value)[] headers)
    {
        using var message = new HttpRequestMessage(method, path) { Content = content };
        message.Headers.Add("X-Api-Key", PortalServer.Key);
        message.Headers.Add("x-civilregistrationIdentifier", Personnummer);
        foreach (var group in headers.GroupBy(header => header.Name))
        {
            message.Headers.Remove(group.Key);
            message.Headers.TryAddWithoutValidation(group.Key, group.Select(header => header.Value).OfType<string>());
        }

        using var client = Server.CreateClient();
        using var response = await client.SendAsync(message, TestContext.Current.CancellationToken);
        return new Answer(
            (int)response.StatusCode,
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            response.Headers,
            response.Content.Headers);
    }

    public Task<Answer> GetAsync(string path, params (string Name, string? Value)[] headers) =>
        CallAsync(HttpMethod.Get, Base + path, content: null, headers);

    /// <summary>Books with this body; the sound one where none is given.</summary>
    public Task<Answer> BookAsync(string? body = null, params (string Name, string? Value)[] headers) =>
        CallAsync(HttpMethod.Post, BookingPath, Json(body ?? BookingBody), headers);

    public static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");

    public Task<int> CountBookingsAsync() => Server.Services.ReadAsync(context => context.Bookings.CountAsync());

    public Task<Booking> ReadBookingAsync() => Server.Services.ReadAsync(context => context.Bookings.AsNoTracking().SingleAsync());

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
            _server.Database.Dispose();
        }
    }
}
