#pragma warning disable MA0047, CA1050 // The runtime looks for a class of this name outside any namespace.
using BorgerPortal.Tests.Persistence.Upgrades;

/// <summary>
/// Makes of the portal's process one of a later release that migrates and ends: the runtime runs this before the program
/// where DOTNET_STARTUP_HOOKS names this assembly.
/// </summary>
internal static class StartupHook
{
    /// <summary>What a process is told, beside its settings, to become one.</summary>
    public static KeyValuePair<string, string> Setting => new("DOTNET_STARTUP_HOOKS", typeof(StartupHook).Assembly.Location);

    public static void Initialize()
    {
        var migrations = LaterRelease.MigrateAsync(CancellationToken.None).GetAwaiter().GetResult();
        Console.WriteLine($"A later release migrated: {string.Join(", ", migrations)}");
        Environment.Exit(0);
    }
}
