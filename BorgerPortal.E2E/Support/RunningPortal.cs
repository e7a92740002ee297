using BorgerPortal.Domain.Persistence;
using BorgerPortal.Tests.Support.Databases;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace BorgerPortal.E2E.Support;

/// <summary>The whole portal on a real port, with keys of its own and a database of the kind that the test's class says.</summary>
public sealed class RunningPortal : WebApplicationFactory<Program>
{
    /// <summary>A Monday morning, on whatever day the tests run; the clock goes on from there.</summary>
    private const string Now = "2027-03-01T10:00";

    private readonly TestDatabase _database = TestDatabase.Create();
    private readonly string _scenario;
    private readonly Action<IServiceCollection> _replace;

    /// <param name="scenario">The name of a file in Scenarios.</param>
    /// <param name="replace">Puts services of the test's own in the place of the portal's.</param>
    public RunningPortal(string scenario, Action<IServiceCollection>? replace = null)
    {
        _replace = replace ?? (_ => { });
        _scenario = Path.Combine(AppContext.BaseDirectory, "Scenarios", scenario);
        UseKestrel(0);
        StartServer();
    }

    public Uri Address => ClientOptions.BaseAddress;

    /// <summary>Looks into the database.</summary>
    public async Task<T> ReadAsync<T>(Func<BookingDbContext, Task<T>> read)
    {
        await using var context = await Services.GetRequiredService<IDbContextFactory<BookingDbContext>>().CreateDbContextAsync();
        return await read(context);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _database.Dispose();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder.ConfigureTestServices(_replace);

    // The program reads these while it puts itself together.
    protected override IHost CreateHost(IHostBuilder builder)
    {
        builder.UseEnvironment(Environments.Development);
        builder.ConfigureHostConfiguration(configuration => configuration.AddInMemoryCollection(new Dictionary<string, string?>(_database.Settings)
        {
            ["Data:Directory"] = _database.Folder.FullName,
            ["Planner:Scenario"] = _scenario,
            ["Clock:Now"] = Now,
            ["Logging:LogLevel:Default"] = "Warning",
            // Each portal makes a key of its own, and would say every time that it is kept unencrypted.
            ["Logging:LogLevel:Microsoft.AspNetCore.DataProtection"] = "Error",
        }));
        return base.CreateHost(builder);
    }
}
