using BorgerPortal.Bench.CreateBooking;
using BorgerPortal.Domain;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.ExternalBooking;
using BorgerPortal.Domain.Operations;
using BorgerPortal.Domain.Persistence.Sqlite;
using BorgerPortal.Domain.Planner;
using BorgerPortal.Domain.Requests;
using BorgerPortal.Domain.Security;

namespace BorgerPortal.Bench.Scale;

/// <summary>The product on a country. Each call is of another citizen, anywhere in it.</summary>
internal sealed class CountryProgram : IAsyncDisposable
{
    /// <summary>A prime: calls with following numbers lie far apart, and each citizen's turn comes once.</summary>
    private const long Stride = 7919;

    private readonly ServiceProvider _services;
    private readonly Country _country;

    private CountryProgram(ServiceProvider services, Country country) => (_services, _country) = (services, country);

    public static async Task<CountryProgram> StartAsync(SqliteSettings settings, KeyRing keys, Country country, TimeProvider clock)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(clock);
        services.AddSingleton(keys);
        services.Configure<ExternalBookingOptions>(options =>
        {
            for (var jobCentre = 0; jobCentre < country.JobCentres; jobCentre++)
            {
                options.Jobcentres[Country.CodeOf(jobCentre)] = new JobCentreOptions();
            }
        });
        services.AddBorgerPortalDomain();
        services.AddSqlite(settings);
        var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<SqliteStore>().OpenAsync(CancellationToken.None);
        return new CountryProgram(provider, country);
    }

    public IEnumerable<(string Name, Func<int, Task> CallAsync)> Operations() =>
    [
        (OperationNames.GetCitizenStatus, number => HoldAsync(Get<GetCitizenStatus>().ExecuteAsync(new(WhoOf(number)), default))),
        (OperationNames.GetSelfbookInterviewOptions, number => HoldAsync(Get<GetSelfbookInterviewOptions>().ExecuteAsync(new(WhoOf(number)), default))),
        (OperationNames.GetSelfbookTimeslots, number => HoldAsync(Get<GetSelfbookTimeslots>().ExecuteAsync(
            new(WhoOf(number), OptionOf(number), _country.StartOf(0), _country.StartOf(0).AddDays(31)), default))),
        (OperationNames.GetBookings, number => HoldAsync(Get<GetBookings>().ExecuteAsync(new(WhoOf(number)), default))),
        (OperationNames.GetBooking, number => HoldAsync(Get<GetBooking>().ExecuteAsync(new(WhoOf(number), Country.BookingId(IdOf(number) * 2)), default))),
        (OperationNames.CreateBooking, number => HoldAsync(Get<Domain.Operations.CreateBooking>().ExecuteAsync(
            new(WhoOf(number), OptionOf(number), _country.StartOf(TimeOf(number)), ContactType.Personal), Caller.Citizen, default))),
    ];

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private static async Task HoldAsync<T>(Task<Result<T>> call)
        where T : notnull
    {
        var answer = await call;
        if (answer.IsError)
        {
            throw new InvalidOperationException($"A call was refused with {answer.Leading!.Code}.");
        }
    }

    private T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    private (int JobCentre, int Citizen) PlaceOf(int number)
    {
        var (jobCentre, citizen) = Math.DivRem(number * Stride % (_country.JobCentres * Country.CitizensEach), Country.CitizensEach);
        return ((int)jobCentre, (int)citizen);
    }

    private long IdOf(int number)
    {
        var (jobCentre, citizen) = PlaceOf(number);
        return Country.CitizenId(jobCentre, citizen);
    }

    private CitizenReference WhoOf(int number) => CitizenReference.ByPersonnummer(SeedFile.PersonnummerOf(IdOf(number)));

    private Guid OptionOf(int number)
    {
        var (jobCentre, citizen) = PlaceOf(number);
        return Country.OptionId(jobCentre, citizen % Country.OptionsEach);
    }

    /// <summary>A time with a seat for each who asks: in a small country each citizen's turn comes again, and then it is the next time's.</summary>
    private int TimeOf(int number)
    {
        var lap = number / (_country.JobCentres * Country.CitizensEach);
        return Country.FirstFree + (((PlaceOf(number).Citizen / Country.OptionsEach) + lap) % (Country.TimesEach - Country.FirstFree));
    }
}
