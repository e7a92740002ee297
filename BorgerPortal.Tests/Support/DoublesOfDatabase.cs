using BorgerPortal.Domain.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace BorgerPortal.Tests.Support;

/// <summary>Puts a double before the writer, or the reader, of whichever database a test has.</summary>
public static class DoublesOfDatabase
{
    /// <param name="services">A portal's.</param>
    /// <param name="wrap">Makes the double from the portal's own writer.</param>
    public static void WrapWriter<TDouble>(this IServiceCollection services, Func<IBookingWriter, TDouble> wrap)
        where TDouble : class, IBookingWriter => services.Wrap(wrap);

    /// <param name="services">A portal's.</param>
    /// <param name="wrap">Makes the double from the portal's own reader.</param>
    public static void WrapReader<TDouble>(this IServiceCollection services, Func<IBookingReader, TDouble> wrap)
        where TDouble : class, IBookingReader => services.Wrap(wrap);

    private static void Wrap<TService, TDouble>(this IServiceCollection services, Func<TService, TDouble> wrap)
        where TService : class
        where TDouble : class, TService
    {
        var own = services.Last(service => service.ServiceType == typeof(TService)).ImplementationType!;
        services.AddSingleton(own);
        services.AddSingleton(provider => wrap((TService)provider.GetRequiredService(own)));
        services.AddSingleton<TService>(provider => provider.GetRequiredService<TDouble>());
    }
}
