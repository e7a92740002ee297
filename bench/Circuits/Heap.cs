using System.Net.Sockets;

namespace BorgerPortal.Bench.Circuits;

/// <summary>Asks a server's <see cref="StartupHook"/> how large its heap is.</summary>
internal sealed class Heap(string socket)
{
    /// <summary>The environment of a server that can be asked.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; } = new Dictionary<string, string>
    {
        ["DOTNET_STARTUP_HOOKS"] = typeof(StartupHook).Assembly.Location,
        [StartupHook.SocketVariable] = socket,
    };

    /// <summary>Bytes, when all garbage has been collected.</summary>
    public async Task<long> ReadAsync()
    {
        using var caller = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await caller.ConnectAsync(new UnixDomainSocketEndPoint(socket));
        await using var stream = new NetworkStream(caller);
        var answer = new byte[sizeof(long)];
        await stream.ReadExactlyAsync(answer);
        return BitConverter.ToInt64(answer);
    }
}
