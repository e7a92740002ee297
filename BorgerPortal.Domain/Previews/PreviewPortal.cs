using Microsoft.Extensions.DependencyInjection;

namespace BorgerPortal.Domain.Previews;

/// <summary>
/// The portal as one citizen would meet it at one instant. Its operations are the portal's own; they read what is there,
/// their clock stands at the instant, and nothing that they decide is written: what would be ends in a
/// <see cref="PreviewException"/>.
/// </summary>
public sealed class PreviewPortal : IDisposable
{
    private readonly ServiceProvider _services;

    internal PreviewPortal(ServiceProvider services, Preview preview) => (_services, Preview) = (services, preview);

    public Preview Preview { get; }

    /// <summary>Stands at the preview's instant.</summary>
    public TimeProvider Clock => Get<TimeProvider>();

    /// <summary>One of the domain's operations or services, for this preview alone.</summary>
    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public void Dispose() => _services.Dispose();
}
