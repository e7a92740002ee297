using System.Net.Sockets;
using System.Text;
using Xunit;

namespace BorgerPortal.Tests.Api;

/// <summary>Bytes sent over a connection of their own, and everything that comes back.</summary>
internal static class RawCall
{
    public static async Task<string> SendAsync(Uri address, string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port, TestContext.Current.CancellationToken);
        await using var stream = client.GetStream();
        using var answer = new MemoryStream();
        try
        {
            await stream.WriteAsync(Encoding.Latin1.GetBytes(request), TestContext.Current.CancellationToken);
            await stream.CopyToAsync(answer, TestContext.Current.CancellationToken);
        }
        catch (IOException)
        {
            // A server that refuses a request before its end may cut the connection: what it said came first.
        }

        return Encoding.UTF8.GetString(answer.ToArray());
    }
}
