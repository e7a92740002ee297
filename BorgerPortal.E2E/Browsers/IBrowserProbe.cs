namespace BorgerPortal.E2E.Browsers;

/// <summary>Tells whether an executable is a browser that works: a file that is there may be a stub or lack a library.</summary>
public interface IBrowserProbe
{
    /// <returns>Null when it launches, else why not.</returns>
    Task<string?> LaunchAsync(string executable);
}
