using BorgerPortal.Domain;
using BorgerPortal.Domain.Audit;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.ExternalBooking;
using BorgerPortal.Domain.Operations;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Persistence.Sqlite;
using BorgerPortal.Domain.Planner;
using BorgerPortal.Domain.Requests;
using BorgerPortal.Domain.Security;

namespace BorgerPortal.Bench.CreateBooking;

/// <summary>The product: CreateBooking as a client calls it, with a personnummer and a request id.</summary>
internal sealed class DomainProgram : IAsyncDisposable
{
    public const string Client = "jobnet";

    private readonly ServiceProvider _services;
    private readonly Schedule _schedule;
    private readonly Domain.Operations.CreateBooking _operation;

    private DomainProgram(ServiceProvider services, Schedule schedule) =>
        (_services, _schedule, _operation) = (services, schedule, services.GetRequiredService<Domain.Operations.CreateBooking>());

    public static Task<DomainProgram> StartAsync(SqliteSettings settings, KeyRing keys, Schedule schedule, TimeProvider clock) =>
        StartAsync(services => services.AddSqlite(settings), keys, schedule, clock);

    public static async Task<DomainProgram> StartAsync(
        Action<IServiceCollection> addDatabase, KeyRing keys, Schedule schedule, TimeProvider clock)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(clock);
        services.AddSingleton(keys);
        services.Configure<ExternalBookingOptions>(options => options.Jobcentres[SeedFile.JobCentre] = new JobCentreOptions());
        services.AddBorgerPortalDomain();
        addDatabase(services);
        var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<IBookingStore>().OpenAsync(CancellationToken.None);
        return new DomainProgram(provider, schedule);
    }

    public async Task BookAsync(int booking)
    {
        var request = new CreateBookingRequest(
            CitizenReference.ByPersonnummer(SeedFile.PersonnummerOf(Schedule.CitizenOf(booking))),
            Schedule.OptionId(Schedule.OptionOf(booking)),
            _schedule.StartOf(booking),
            ContactType.Personal);
        var key = new RequestKey(Client, OperationNames.CreateBooking, $"request-{booking:D8}", new byte[32]);
        var answer = await _operation.ExecuteAsync(request, new Caller(ActorKind.Client, Client, key), CancellationToken.None);
        if (answer.IsError)
        {
            throw new InvalidOperationException($"Booking {booking} was refused with {answer.Leading!.Code}.");
        }
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
