namespace BorgerPortal.Web.Hosting;

/// <summary>
/// A new file that its owner alone may read: it is about to hold personnumre. It has its name from the moment when it is
/// whole; until then it is FILE.part, which goes with a failure, and which the next run takes over from one that was killed.
/// </summary>
internal sealed class ExportFile : IAsyncDisposable
{
    // Whoever writes a file holds it alone; Windows lets it be renamed meanwhile only where that is allowed.
    private static readonly FileShare Alone = OperatingSystem.IsWindows() ? FileShare.Delete : FileShare.None;

    private readonly string _file;
    private readonly FileStream _stream;
    private bool _isWhole;

    private ExportFile(string file, FileStream stream) => (_file, _stream) = (file, stream);

    public Stream Stream => _stream;

    /// <exception cref="IOException">The file is there already, or somebody else is writing it, or it cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be made there.</exception>
    public static ExportFile Create(string file)
    {
        if (File.Exists(file))
        {
            throw new IOException($"{file} is there already.");
        }

        var part = PartOf(file);
        if (File.Exists(part))
        {
            using var left = new FileStream(part, FileMode.Open, FileAccess.Write, Alone);
            File.Delete(part);
        }

        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = Alone, BufferSize = 1 << 16 };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new ExportFile(file, new FileStream(part, options));
    }

    /// <summary>Gives it its name: all of it is written, and on the disk.</summary>
    /// <exception cref="IOException">There is a file of that name by now: it is left as it is.</exception>
    public void Finish()
    {
        _stream.Flush(flushToDisk: true);
        File.Move(PartOf(_file), _file);
        _isWhole = true;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_isWhole)
        {
            File.Delete(PartOf(_file));
        }

        await _stream.DisposeAsync();
    }

    private static string PartOf(string file) => file + ".part";
}
