namespace BorgerPortal.Web.Hosting;

/// <summary>Where the database, the keys and the like lie.</summary>
public static class DataFolder
{
    private const string Key = "Data:Directory";

    /// <summary>
    /// Data:Directory, an absolute path. In Development it may be left out: then it is `data` beside the solution.
    /// </summary>
    /// <exception cref="StartRefusedException">It is missing outside Development, or not absolute.</exception>
    public static string Find(IConfiguration configuration, IHostEnvironment environment)
    {
        var configured = configuration[Key];
        if (!string.IsNullOrWhiteSpace(configured))
        {
            return Path.IsPathFullyQualified(configured)
                ? configured
                : throw new StartRefusedException($"{Key} must be an absolute path, so that it does not depend on where the portal was started from.");
        }

        return environment.IsDevelopment()
            ? Path.Combine(FindSolutionFolder() ?? AppContext.BaseDirectory, "data")
            : throw new StartRefusedException($"{Key} is not set: say in which folder (an absolute path) the database and the keys are kept.");
    }

    private static string? FindSolutionFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "BorgerPortal.sln")))
            {
                return folder.FullName;
            }
        }

        return null;
    }
}
