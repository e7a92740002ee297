namespace BorgerPortal.E2E.Support;

/// <summary>Where the sources lie that the tests were built from.</summary>
internal static class SolutionFolder
{
    public static string Path(params string[] names) => System.IO.Path.Combine([Find(), .. names]);

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder.Parent is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "BorgerPortal.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }
}
