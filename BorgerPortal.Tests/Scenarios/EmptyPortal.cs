using BorgerPortal.Tests.Support;
using BorgerPortal.Tests.Support.Databases;
using Xunit;

namespace BorgerPortal.Tests.Scenarios;

/// <summary>One portal for many imports that load nothing.</summary>
public sealed class EmptyPortal : IAsyncLifetime
{
    private TestPortal? _portal;

    public TestPortal Portal => _portal!;

    // Made before any test can be skipped.
    public async ValueTask InitializeAsync() => _portal = TestDatabase.IsHere ? await TestPortal.StartAsync() : null;

    public ValueTask DisposeAsync() => _portal?.DisposeAsync() ?? ValueTask.CompletedTask;
}
