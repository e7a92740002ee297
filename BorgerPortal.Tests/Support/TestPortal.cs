using BorgerPortal.Domain;
using BorgerPortal.Domain.ExternalBooking;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Security;
using BorgerPortal.Tests.Support.Databases;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace BorgerPortal.Tests.Support;

/// <summary>The whole domain on a real database of its own, at a time that the test chooses.</summary>
public sealed class TestPortal : IAsyncDisposable
{
    public const string Aarhus = "10101";
    public const string Odense = "10102";

    /// <summary>A jobcentre without a booking system (9018).</summary>
    public const string Unconfigured = "10199";

    private readonly ServiceProvider _services;

    private TestPortal(ServiceProvider services, FakeTimeProvider clock, TestDatabase database)
    {
        (_services, Clock, Database) = (services, clock, database);
        World = new World(services);
    }

    public FakeTimeProvider Clock { get; }

    public TestDatabase Database { get; }

    /// <summary>Puts citizens, offers and times into it.</summary>
    public World World { get; }

    public IServiceProvider Services => _services;

    /// <param name="now">The instant at which the test takes place; 1 March 2027 at 10:00 Danish time if none is given.</param>
    /// <param name="configure">Replaces services.</param>
    /// <param name="database">One of its own if none is given.</param>
    public static async Task<TestPortal> StartAsync(
        DateTimeOffset? now = null, Action<IServiceCollection>? configure = null, TestDatabase? database = null)
    {
        database ??= TestDatabase.Create();
        var clock = new FakeTimeProvider(now ?? new DateTimeOffset(2027, 3, 1, 9, 0, 0, TimeSpan.Zero));

        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(clock);
        services.AddSingleton(KeyRing.Create());
        services.Configure<ExternalBookingOptions>(options =>
        {
            options.Jobcentres[Aarhus] = new JobCentreOptions { Name = "Jobcenter Aarhus" };
            options.Jobcentres[Odense] = new JobCentreOptions { Name = "Jobcenter Odense" };
        });
        services.AddBorgerPortalDomain();
        database.AddTo(services);
        configure?.Invoke(services);

        var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<IBookingStore>().OpenAsync(CancellationToken.None);
        return new TestPortal(provider, clock, database);
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public Task<T> ReadAsync<T>(Func<BookingDbContext, Task<T>> read) => _services.ReadAsync(read);

    public Task<int> SaveAsync(Action<BookingDbContext> change) => _services.SaveAsync(change);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Database.Dispose();
    }
}
