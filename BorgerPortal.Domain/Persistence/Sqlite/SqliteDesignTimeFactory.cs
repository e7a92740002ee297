using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace BorgerPortal.Domain.Persistence.Sqlite;

/// <summary>For `dotnet ef migrations add`, which needs a context and no database.</summary>
internal sealed class SqliteDesignTimeFactory : IDesignTimeDbContextFactory<SqliteBookingDbContext>
{
    public SqliteBookingDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<SqliteBookingDbContext>();
        SqliteSettings.Configure(options, "Data Source=design-time.db");
        return new SqliteBookingDbContext(options.Options);
    }
}
