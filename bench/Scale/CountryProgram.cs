using System.Collections.Concurrent;
using BorgerPortal.Bench.CreateBooking;
using BorgerPortal.Domain;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.ExternalBooking;
using BorgerPortal.Domain.Operations;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Planner;
using BorgerPortal.Domain.Requests;
using BorgerPortal.Domain.Security;

namespace BorgerPortal.Bench.Scale;

/// <summary>The product on a country. Each call is of another citizen, anywhere in it.</summary>
internal sealed class CountryProgram : IAsyncDisposable
{
    /// <summary>Calls that look at every offer of a large country twice.</summary>
    private const int ByOffer = 10_000;

    /// <summary>The booking that a call with a number has made: later calls with it are about that one.</summary>
    private readonly ConcurrentDictionary<int, Guid> _made = new();
    private readonly ServiceProvider _services;
    private readonly Country _country;

    private CountryProgram(ServiceProvider services, Country country) => (_services, _country) = (services, country);

    public static async Task<CountryProgram> StartAsync(
        Action<IServiceCollection> addDatabase, KeyRing keys, Country country, TimeProvider clock)
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
        addDatabase(services);
        var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<IBookingStore>().OpenAsync(CancellationToken.None);
        return new CountryProgram(provider, country);
    }

    public IEnumerable<CountryCall> Operations() =>
    [
        new(OperationNames.GetCitizenStatus, number => HoldAsync(Get<GetCitizenStatus>().ExecuteAsync(new(WhoOf(number)), default))),
        new(OperationNames.GetSelfbookInterviewOptions, number => HoldAsync(Get<GetSelfbookInterviewOptions>().ExecuteAsync(new(WhoOf(number)), default)))
        {
            WarmUp = ByOffer,
        },
        new(OperationNames.GetSelfbookTimeslots, number => HoldAsync(Get<GetSelfbookTimeslots>().ExecuteAsync(
            new(WhoOf(number), _country.OptionOf(number), _country.StartOf(0), _country.StartOf(0).AddDays(31)), default)))
        {
            WarmUp = ByOffer,
        },
        new(OperationNames.GetBookings, number => HoldAsync(Get<GetBookings>().ExecuteAsync(new(WhoOf(number)), default))),
        new(OperationNames.GetBooking, number => HoldAsync(Get<GetBooking>().ExecuteAsync(
            new(WhoOf(number), Country.BookingId(_country.CitizenOf(number) * 2)), default))),
        CountryCall.Change(OperationNames.CreateBooking, async number => _made[number] = (await HoldAsync(Get<Domain.Operations.CreateBooking>().ExecuteAsync(
            new(WhoOf(number), _country.OptionOf(number), _country.StartOf(_country.TimeOf(number)), ContactType.Personal), Caller.Citizen, default))).BookingId),
        CountryCall.Change(OperationNames.GetRescheduleCaseWorkers, number => HoldAsync(Get<GetRescheduleCaseWorkers>().ExecuteAsync(new(WhoOf(number), _made[number]), default))),
        CountryCall.Change(OperationNames.GetRescheduleTimeslots, number => HoldAsync(Get<GetRescheduleTimeslots>().ExecuteAsync(
            new(WhoOf(number), _made[number], _country.OptionOf(number), _country.StartOf(0), _country.StartOf(0).AddDays(31)), default))),
        CountryCall.Change(OperationNames.RescheduleBooking, number => HoldAsync(Get<RescheduleBooking>().ExecuteAsync(
            new(WhoOf(number), _made[number], _country.StartOf(_country.NextTimeOf(number))), Caller.Citizen, default))),
        CountryCall.Change(OperationNames.AcceptBooking, number => HoldAsync(Get<AcceptBooking>().ExecuteAsync(new(WhoOf(number), _made[number]), Caller.Citizen, default))),
        CountryCall.Change(OperationNames.CancelBooking, number => HoldAsync(Get<CancelBooking>().ExecuteAsync(new(WhoOf(number), _made[number]), Caller.Citizen, default))),
        CountryCall.Change(OperationNames.CreateErrorReport, number => HoldAsync(Get<CreateErrorReport>().ExecuteAsync(
            new(WhoOf(number), _country.OptionOf(number), null, 1, "Tiden forsvandt.", 32, _country.StartOf(0)), Caller.Citizen, default))),
    ];

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private static async Task<T> HoldAsync<T>(Task<Result<T>> call)
        where T : notnull
    {
        var answer = await call;
        if (answer.IsError)
        {
            throw new InvalidOperationException($"A call was refused with {answer.Leading!.Code}.");
        }

        return answer.Value;
    }

    private T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    private CitizenReference WhoOf(int number) => CitizenReference.ByPersonnummer(SeedFile.PersonnummerOf(_country.CitizenOf(number)));
}
