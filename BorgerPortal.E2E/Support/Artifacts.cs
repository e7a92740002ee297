using BorgerPortal.Tests.Support;

namespace BorgerPortal.E2E.Support;

/// <summary>artifacts/ beside the solution: what failed tests leave to look at.</summary>
internal static class Artifacts
{
    public static string NameFor(string test, int visitor)
    {
        var name = string.Concat(test.Split('.')[^1].Select(letter => char.IsLetterOrDigit(letter) ? letter : '_'));
        return Path.Combine(Folder(), $"{name}-{visitor + 1}");
    }

    public static string Folder(params string[] names) => Directory.CreateDirectory(Path.Combine([SolutionFolder.Path, "artifacts", .. names])).FullName;
}
