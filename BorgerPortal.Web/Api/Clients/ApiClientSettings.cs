using System.Globalization;
using BorgerPortal.Web.Hosting;

namespace BorgerPortal.Web.Api.Clients;

/// <summary>
/// Reads Api:Clients:N:{Name,Key,ClientSystem}. A key may be given as `sha256:` and the hexadecimal hash of it, so that
/// no secret need stand in the settings. None at all is in order: then nobody may call.
/// </summary>
internal static class ApiClientSettings
{
    private const string Section = "Api:Clients";
    private const string HashPrefix = "sha256:";
    private static readonly byte[] DemoKey = ApiClients.HashOf("demo-key");

    /// <exception cref="StartRefusedException">A client is incomplete, two are alike, or the demo's key is used in earnest.</exception>
    public static ApiClients Read(IConfiguration configuration, bool isDevelopment)
    {
        var clients = configuration.GetSection(Section).GetChildren().Select(ReadClient).ToList();
        if (!isDevelopment && clients.Find(client => client.KeyHash.AsSpan().SequenceEqual(DemoKey)) is { } demo)
        {
            throw new StartRefusedException($"{Section}: the client {demo.Name} has the key of the demonstration, which anybody can read. Give it one of its own.");
        }

        RefuseDoubles(clients.Select(client => client.Name), "name");
        RefuseDoubles(clients.Select(client => Convert.ToHexString(client.KeyHash)), "key");
        return new ApiClients(clients);
    }

    private static ApiClient ReadClient(IConfigurationSection section)
    {
        var name = section["Name"];
        if (string.IsNullOrWhiteSpace(name))
        {
            throw new StartRefusedException($"{section.Path}:Name is not set: the audit log names the client by it.");
        }

        if (!int.TryParse(section["ClientSystem"], NumberStyles.None, CultureInfo.InvariantCulture, out var system) || system == 0)
        {
            throw new StartRefusedException($"{section.Path}:ClientSystem must be the number of the client's system, such as 32 for Jobnet.");
        }

        return new ApiClient(name, system, ReadKey(section));
    }

    private static byte[] ReadKey(IConfigurationSection section)
    {
        var key = section["Key"];
        if (string.IsNullOrWhiteSpace(key))
        {
            throw new StartRefusedException($"{section.Path}:Key is not set.");
        }

        if (!key.StartsWith(HashPrefix, StringComparison.OrdinalIgnoreCase))
        {
            return ApiClients.HashOf(key);
        }

        var hex = key.AsSpan(HashPrefix.Length);
        var hash = new byte[32];
        return hex.Length == 64 && Convert.FromHexString(hex, hash, out _, out _) == System.Buffers.OperationStatus.Done
            ? hash
            : throw new StartRefusedException($"{section.Path}:Key: after {HashPrefix} come the 64 hexadecimal digits of the key's SHA-256 hash.");
    }

    private static void RefuseDoubles(IEnumerable<string> values, string what)
    {
        if (values.GroupBy(value => value, StringComparer.OrdinalIgnoreCase).Any(group => group.Count() > 1))
        {
            throw new StartRefusedException($"{Section}: two clients have the same {what}. Each needs one of its own.");
        }
    }
}
