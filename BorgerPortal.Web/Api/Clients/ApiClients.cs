using System.Security.Cryptography;
using System.Text;

namespace BorgerPortal.Web.Api.Clients;

/// <summary>The systems that may call the API, found by their key.</summary>
internal sealed class ApiClients(IReadOnlyList<ApiClient> clients)
{
    /// <summary>Every client is compared with, in constant time: how long it takes tells nothing about any key.</summary>
    public ApiClient? Find(string key)
    {
        var hash = HashOf(key);
        ApiClient? found = null;
        foreach (var client in clients)
        {
            if (CryptographicOperations.FixedTimeEquals(hash, client.KeyHash))
            {
                found = client;
            }
        }

        return found;
    }

    public static byte[] HashOf(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
