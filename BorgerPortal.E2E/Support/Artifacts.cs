namespace BorgerPortal.E2E.Support;

/// <summary>artifacts/ beside the solution: what failed tests leave to look at.</summary>
internal static class Artifacts
{
    public static string NameFor(string test, int visitor)
    {
        var folder = Directory.CreateDirectory(Path.Combine(FindSolutionFolder(), "artifacts"));
        var name = string.Concat(test.Split('.')[^1].Select(letter => char.IsLetterOrDigit(letter) ? letter : '_'));
        return Path.Combine(folder.FullName, $"{name}-{visitor + 1}");
    }

    private static string FindSolutionFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder.Parent is not null && !File.Exists(Path.Combine(folder.FullName, "BorgerPortal.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }
}
