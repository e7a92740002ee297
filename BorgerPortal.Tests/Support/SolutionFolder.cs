namespace BorgerPortal.Tests.Support;

/// <summary>Where the sources lie, for the tests that read them.</summary>
public static class SolutionFolder
{
    public static readonly string Path = Find(new DirectoryInfo(AppContext.BaseDirectory));

    private static string Find(DirectoryInfo? folder) => folder switch
    {
        null => throw new InvalidOperationException("The tests do not lie in the solution's folder."),
        _ when File.Exists(System.IO.Path.Combine(folder.FullName, "BorgerPortal.sln")) => folder.FullName,
        _ => Find(folder.Parent),
    };
}
