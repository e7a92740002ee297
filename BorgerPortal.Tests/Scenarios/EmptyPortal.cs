using BorgerPortal.Tests.Support;
using Xunit;

namespace BorgerPortal.Tests.Scenarios;

/// <summary>One portal for many imports that load nothing.</summary>
public sealed class EmptyPortal : IAsyncLifetime
{
    public TestPortal Portal { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Portal = await TestPortal.StartAsync();

    public ValueTask DisposeAsync() => Portal.DisposeAsync();
}
