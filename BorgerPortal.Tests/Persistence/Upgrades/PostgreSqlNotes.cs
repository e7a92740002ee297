using BorgerPortal.Domain.Persistence.Migrations.PostgreSql;
using BorgerPortal.Domain.Persistence.PostgreSql;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace BorgerPortal.Tests.Persistence.Upgrades;

/// <summary>A change that writes every row anew, and takes a guard away so that it is quicker.</summary>
[DbContext(typeof(PostgreSqlBookingDbContext))]
[Migration("99990101000000_Notes")]
internal class PostgreSqlNotes : Initial
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("note", "occupancies", type: "text", nullable: false, defaultValue: "");
        migrationBuilder.Sql("ALTER TABLE occupancies DROP CONSTRAINT IF EXISTS ex_occupancies, ALTER COLUMN starts_at TYPE timestamptz(3)");
    }
}
