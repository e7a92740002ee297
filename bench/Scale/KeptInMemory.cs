using System.Runtime.InteropServices;

namespace BorgerPortal.Bench.Scale;

/// <summary>
/// Keeps a file in the system's memory for as long as this is not disposed: a virtual machine may give back what nobody has
/// looked at for some seconds, and then it is the disk that is measured. On Linux alone; elsewhere it does nothing.
/// </summary>
internal sealed partial class KeptInMemory : IDisposable
{
    private const int Readable = 1;
    private const int Shared = 1;

    private readonly nint _address;
    private readonly nuint _length;

    /// <param name="file">The file, as long as it is now.</param>
    /// <param name="output">Told where the system does not let so much be kept.</param>
    public KeptInMemory(string file, TextWriter output)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        using var handle = File.OpenHandle(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        _length = (nuint)RandomAccess.GetLength(handle);
        _address = Map(0, _length, Readable, Shared, handle, 0);
        if (_address == -1 || Lock(_address, _length) != 0)
        {
            output.WriteLine($"{Path.GetFileName(Path.GetDirectoryName(file))}: the file is not held in memory ({Marshal.GetLastPInvokeErrorMessage()}; ulimit -l), so that the disk may be measured.");
        }
    }

    public void Dispose()
    {
        if (_length > 0 && _address != -1)
        {
            _ = Unmap(_address, _length);
        }
    }

    [LibraryImport("libc", EntryPoint = "mmap", SetLastError = true)]
    private static partial nint Map(nint address, nuint length, int protection, int flags, SafeHandle file, long offset);

    [LibraryImport("libc", EntryPoint = "mlock", SetLastError = true)]
    private static partial int Lock(nint address, nuint length);

    [LibraryImport("libc", EntryPoint = "munmap", SetLastError = true)]
    private static partial int Unmap(nint address, nuint length);
}
