using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace BorgerPortal.Domain.Persistence.PostgreSql;

/// <summary>For `dotnet ef migrations add`, which needs a context and no database.</summary>
internal sealed class PostgreSqlDesignTimeFactory : IDesignTimeDbContextFactory<PostgreSqlBookingDbContext>
{
    public PostgreSqlBookingDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<PostgreSqlBookingDbContext>();
        options.UseNpgsql("Host=design-time").UseSnakeCaseNamingConvention();
        return new PostgreSqlBookingDbContext(options.Options);
    }
}
