using BorgerPortal.E2E.Support;

namespace BorgerPortal.E2E.Pages;

/// <summary>The demonstration, running for all tests of a class that change nothing in it.</summary>
public sealed class DemoPortal : IAsyncDisposable
{
    public const string Scenario = "../Demo/scenario.json";

    private RunningPortal? _portal;

    /// <summary>It starts with the first test that comes.</summary>
    public RunningPortal Portal => _portal ??= new RunningPortal(Scenario);

    public ValueTask DisposeAsync() => _portal?.DisposeAsync() ?? ValueTask.CompletedTask;
}
