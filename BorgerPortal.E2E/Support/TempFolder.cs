namespace BorgerPortal.E2E.Support;

/// <summary>A folder that goes when the test is done with it.</summary>
internal sealed class TempFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("borgerportal-e2e-");

    public string Path(params string[] names) => System.IO.Path.Combine([_folder.FullName, .. names]);

    public void Dispose()
    {
        try
        {
            _folder.Delete(recursive: true);
        }
        catch (IOException)
        {
            // A portal that is still closing its files: what is left in the temp folder is no fault of the test's.
        }
    }
}
