namespace BorgerPortal.E2E.Browsers;

/// <summary>A way to get a browser onto this machine.</summary>
public interface IBrowserInstaller
{
    string Name { get; }

    /// <returns>Null when it went well, else why not. Whether the browser launches is looked at afterwards.</returns>
    Task<string?> InstallAsync(CancellationToken cancellationToken);
}
