using BorgerPortal.Domain.Persistence;
using BorgerPortal.Web.Hosting;
using Microsoft.Extensions.Options;

try
{
    if (Commands.IsIn(args))
    {
        return await Commands.RunAsync(args, Console.Out, Console.Error, CancellationToken.None);
    }

    var builder = PortalHost.CreateBuilder(args);
    var app = builder.Build();
    app.MapPortalPages();
    app.MapPortalApi();
    await app.OpenAsync(CancellationToken.None);
    await app.RunAsync();
    return 0;
}
catch (Exception exception) when (exception is StartRefusedException or StoreRefusedException or BookingStoreUnavailableException or OptionsValidationException)
{
    await Console.Error.WriteLineAsync(exception.Message);
    return 2;
}
