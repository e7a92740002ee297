using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Security;
using BorgerPortal.Tests.Support;
using BorgerPortal.Tests.Support.Databases;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace BorgerPortal.Tests.Api;

/// <summary>The whole portal as its program puts it together, on a database of its own, at a time that the test chooses.</summary>
public sealed class PortalServer : WebApplicationFactory<Program>
{
    /// <summary>The key of the client Jobnet.</summary>
    public const string Key = "jobnets-own-key";

    /// <summary>The key of a second client.</summary>
    public const string OtherKey = "another-clients-key";

    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(30);

    private readonly Action<IServiceCollection>? _configure;
    private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _started;

    private PortalServer(TestDatabase database, Action<IServiceCollection>? configure)
    {
        (Database, _configure) = (database, configure);
        World = new World(new Later(() => Services));
    }

    public TestDatabase Database { get; }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2027, 3, 1, 9, 0, 0, TimeSpan.Zero));

    public World World { get; }

    /// <param name="database">One of its own if none is given, and the one of a server that has stopped for a restart.</param>
    /// <param name="configure">Replaces services.</param>
    public static PortalServer Create(TestDatabase? database = null, Action<IServiceCollection>? configure = null) =>
        new(database ?? TestDatabase.Create(), configure);

    /// <summary>Starts it on a real port, on which it answers as in operation.</summary>
    public Uri Listen()
    {
        UseKestrel(0);
        StartServer();
        return ClientOptions.BaseAddress;
    }

    public string PersonnummerOf(Citizen citizen) =>
        Services.GetRequiredService<PersonnummerVault>().Decipher(citizen.PersonnummerCipher).Reveal();

    /// <summary>
    /// Answers when the database has been let go: the program disposes of what it made on a thread of its own, and a
    /// server that is started on the same data must not come before that.
    /// </summary>
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_started)
        {
            await _stopped.Task.WaitAsync(LongestStop);
        }
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder.ConfigureTestServices(services =>
    {
        services.AddSingleton<TimeProvider>(Clock);
        services.AddLogging(logging => logging.ClearProviders());
        services.AddSingleton(_ => new Last(_stopped));
        var store = services.Last(service => service.ServiceType == typeof(IBookingStore));
        services.AddSingleton(provider =>
        {
            provider.GetRequiredService<Last>();
            _started = true;
            return (IBookingStore)(store.ImplementationFactory?.Invoke(provider) ?? ActivatorUtilities.CreateInstance(provider, store.ImplementationType!));
        });
        _configure?.Invoke(services);
    });

    // Settings that the program reads while it puts itself together.
    protected override IHost CreateHost(IHostBuilder builder)
    {
        builder.UseEnvironment(Environments.Development);
        builder.ConfigureHostConfiguration(configuration => configuration.AddInMemoryCollection(Database.Settings).AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Data:Directory"] = Database.Folder.FullName,
            ["Planner:Scenario"] = "",
            ["Api:Clients:0:Name"] = "Jobnet",
            ["Api:Clients:0:Key"] = Key,
            ["Api:Clients:0:ClientSystem"] = "32",
            ["Api:Clients:1:Name"] = "Anden",
            ["Api:Clients:1:Key"] = OtherKey,
            ["Api:Clients:1:ClientSystem"] = "30",
        }));
        return base.CreateHost(builder);
    }

    /// <summary>The server starts when its services are first asked for.</summary>
    private sealed class Later(Func<IServiceProvider> find) : IServiceProvider
    {
        public object? GetService(Type serviceType) => find().GetService(serviceType);
    }

    /// <summary>Made before the database is opened, and so disposed of after everything that uses it.</summary>
    private sealed class Last(TaskCompletionSource disposed) : IDisposable
    {
        public void Dispose() => disposed.TrySetResult();
    }
}
