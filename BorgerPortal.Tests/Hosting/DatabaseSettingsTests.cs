using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Persistence.PostgreSql;
using BorgerPortal.Domain.Persistence.Sqlite;
using BorgerPortal.Web.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace BorgerPortal.Tests.Hosting;

/// <summary>Database:Provider and ConnectionStrings:BorgerPortal. A wrong one stops the start, and its message repeats no password.</summary>
public sealed class DatabaseSettingsTests
{
    [Theory]
    [InlineData("", "", typeof(SqliteStore))]
    [InlineData("sqlite", "Data Source=other.db", typeof(SqliteStore))]
    [InlineData("PostgreSql", "Host=db;Username=portal", typeof(PostgreSqlStore))]
    [InlineData("POSTGRESQL", "Host=db;Username=portal", typeof(PostgreSqlStore))]
    public async Task AddDatabase_KnownProvider_IsUsed(string provider, string connectionString, Type store)
    {
        await using var app = PortalHost.CreateBuilder(Settings(provider, connectionString)).Build();

        Assert.IsType(store, app.Services.GetRequiredService<IBookingStore>());
    }

    [Theory]
    [InlineData("Oracle", "", "Database:Provider: 'Oracle' is no database of this release, which has Sqlite and PostgreSql.")]
    [InlineData("PostgreSql", "", "ConnectionStrings:BorgerPortal is not set.")]
    [InlineData("PostgreSql", "Database=portal;Password=hemmeligt", "ConnectionStrings:BorgerPortal cannot be read.")]
    [InlineData("PostgreSql", "Host=db;Port=hemmeligt", "ConnectionStrings:BorgerPortal cannot be read.")]
    [InlineData("PostgreSql", "Host=db;Pasword=hemmeligt", "ConnectionStrings:BorgerPortal cannot be read.")]
    [InlineData("PostgreSql", "hemmeligt", "ConnectionStrings:BorgerPortal cannot be read.")]
    [InlineData("Sqlite", "Host=db;Password=hemmeligt", "ConnectionStrings:BorgerPortal cannot be read.")]
    public void AddDatabase_WrongSetting_StopsTheStartAndNamesTheKey(string provider, string connectionString, string message)
    {
        var refused = Assert.Throws<StartRefusedException>(() => PortalHost.CreateBuilder(Settings(provider, connectionString)));

        Assert.StartsWith(message, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hemmeligt", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void PostgreSqlSettings_Place_IsSaidWithoutThePassword() =>
        Assert.Equal("'portal' at db:5432", new PostgreSqlSettings("Host=db;Database=portal;Username=u;Password=hemmeligt").Place);

    private static string[] Settings(string provider, string connectionString) =>
    [
        "--environment=Development",
        $"--Data:Directory={Path.GetTempPath()}",
        $"--Database:Provider={provider}",
        $"--ConnectionStrings:BorgerPortal={connectionString}",
    ];
}
