using BorgerPortal.Domain.Persistence.Sqlite;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace BorgerPortal.Tests.Persistence.Upgrades;

/// <summary>A second change, on top of the first.</summary>
[DbContext(typeof(SqliteBookingDbContext))]
[Migration("99990102000000_Rooms")]
internal sealed class SqliteRooms : SqliteNotes
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.CreateTable("rooms", table => new { id = table.Column<long>(type: "INTEGER", nullable: false) });
}
