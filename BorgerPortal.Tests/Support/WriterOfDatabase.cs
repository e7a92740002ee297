using BorgerPortal.Domain.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace BorgerPortal.Tests.Support;

/// <summary>Puts a double before the writer of whichever database a test has.</summary>
public static class WriterOfDatabase
{
    /// <param name="services">A portal's.</param>
    /// <param name="wrap">Makes the double from the portal's own writer.</param>
    public static void WrapWriter<TDouble>(this IServiceCollection services, Func<IBookingWriter, TDouble> wrap)
        where TDouble : class, IBookingWriter
    {
        var writer = services.Last(service => service.ServiceType == typeof(IBookingWriter)).ImplementationType!;
        services.AddSingleton(writer);
        services.AddSingleton(provider => wrap((IBookingWriter)provider.GetRequiredService(writer)));
        services.AddSingleton<IBookingWriter>(provider => provider.GetRequiredService<TDouble>());
    }
}
