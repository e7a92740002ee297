using System.Net.Sockets;
using System.Runtime;

/// <summary>
/// Loaded into a server that is measured, by DOTNET_STARTUP_HOOKS, so that the server itself stays as it is: collects all
/// garbage and tells how large the heap is to whoever connects to the socket that an environment variable names.
/// </summary>
#pragma warning disable CA1050, MA0047 // The runtime looks for it outside any namespace.
internal static class StartupHook
{
    public const string SocketVariable = "BENCH_HEAP_SOCKET";

    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable(SocketVariable) is { Length: > 0 } path)
        {
            var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            listener.Bind(new UnixDomainSocketEndPoint(path));
            listener.Listen();
            new Thread(() => Answer(listener)) { IsBackground = true }.Start();
        }
    }

    private static void Answer(Socket listener)
    {
        while (true)
        {
            using var caller = listener.Accept();
            for (var time = 0; time < 3; time++)
            {
                GCSettings.LargeObjectHeapCompactionMode = GCLargeObjectHeapCompactionMode.CompactOnce;
                GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
                GC.WaitForPendingFinalizers();
            }

            caller.Send(BitConverter.GetBytes(GC.GetTotalMemory(forceFullCollection: false)));
        }
    }
}
