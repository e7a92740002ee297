using System.Security.Cryptography;
using System.Text;
using BorgerPortal.Web.Api.Clients;
using BorgerPortal.Web.Hosting;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace BorgerPortal.Tests.Api;

public sealed class ApiClientSettingsTests
{
    [Fact]
    public void Read_NoClient_LetsNobodyIn() => Assert.Null(Read([]).Find(""));

    [Fact]
    public void Read_PlainKey_FindsItsClient()
    {
        var clients = Read([("Jobnet", "a", "32"), ("Anden", "b", "30")]);

        Assert.Equal(("Jobnet", 32), (clients.Find("a")!.Name, clients.Find("a")!.ClientSystem));
        Assert.Equal("Anden", clients.Find("b")!.Name);
        Assert.Null(clients.Find("A"));
        Assert.Null(clients.Find(""));
    }

    [Fact]
    public void Read_HashedKey_FindsItsClientByTheKeyAndNotByTheHash()
    {
        var hashed = "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("secret")));
        var clients = Read([("Jobnet", hashed, "32")]);

        Assert.Equal("Jobnet", clients.Find("secret")!.Name);
        Assert.Null(clients.Find(hashed));
    }

    [Theory]
    [InlineData("", "a", "32", "Name")]
    [InlineData("Jobnet", "", "32", "Key")]
    [InlineData("Jobnet", " ", "32", "Key")]
    [InlineData("Jobnet", "sha256:", "32", "Key")]
    [InlineData("Jobnet", "sha256:abcd", "32", "Key")]
    [InlineData("Jobnet", "a", "", "ClientSystem")]
    [InlineData("Jobnet", "a", "Jobnet", "ClientSystem")]
    [InlineData("Jobnet", "a", "0", "ClientSystem")]
    public void Read_IncompleteClient_StopsTheStartAndNamesTheKey(string name, string key, string system, string setting)
    {
        var refusal = Assert.Throws<StartRefusedException>(() => Read([(name, key, system)]));

        Assert.StartsWith($"Api:Clients:0:{setting}", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_TwoAlike_StopsTheStart()
    {
        Assert.Throws<StartRefusedException>(() => Read([("Jobnet", "a", "32"), ("jobnet", "b", "32")]));
        var refusal = Assert.Throws<StartRefusedException>(() => Read([("Jobnet", "the-key", "32"), ("Anden", "the-key", "32")]));
        Assert.DoesNotContain("the-key", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_DemoKey_IsForDevelopmentAlone()
    {
        Assert.NotNull(Read([("Demo", "demo-key", "32")], isDevelopment: true).Find("demo-key"));
        Assert.Throws<StartRefusedException>(() => Read([("Demo", "demo-key", "32")]));
        Assert.Throws<StartRefusedException>(
            () => Read([("Demo", "SHA256:" + Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes("demo-key"))), "32")]));
    }

    private static ApiClients Read((string Name, string Key, string System)[] clients, bool isDevelopment = false) => ApiClientSettings.Read(
        new ConfigurationBuilder().AddInMemoryCollection(clients.SelectMany((client, n) => new Dictionary<string, string?>
        {
            [$"Api:Clients:{n}:Name"] = client.Name,
            [$"Api:Clients:{n}:Key"] = client.Key,
            [$"Api:Clients:{n}:ClientSystem"] = client.System,
        })).Build(),
        isDevelopment);
}
