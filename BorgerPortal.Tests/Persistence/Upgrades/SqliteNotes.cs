using BorgerPortal.Domain.Persistence.Migrations.Sqlite;
using BorgerPortal.Domain.Persistence.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace BorgerPortal.Tests.Persistence.Upgrades;

/// <summary>
/// A change that SQLite can make only by building tables anew: one that has triggers, and one that others refer to. It is
/// an Initial as far as the model goes that it stands on.
/// </summary>
[DbContext(typeof(SqliteBookingDbContext))]
[Migration("99990101000000_Notes")]
internal class SqliteNotes : Initial
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("note", "occupancies", type: "TEXT", nullable: false, defaultValue: "");
        migrationBuilder.AddCheckConstraint("ck_occupancies_note", "occupancies", "length(note) <= 100");
        migrationBuilder.AddCheckConstraint("ck_case_workers_id", "case_workers", "id > 0");
    }

    protected override void BuildTargetModel(ModelBuilder modelBuilder)
    {
        base.BuildTargetModel(modelBuilder);
        modelBuilder.Entity("BorgerPortal.Domain.Bookings.Occupancy", occupancy =>
        {
            occupancy.Property<string>("Note").IsRequired().HasColumnType("TEXT").HasColumnName("note").HasDefaultValue("");
            occupancy.ToTable("occupancies", table => table.HasCheckConstraint("ck_occupancies_note", "length(note) <= 100"));
        });
        modelBuilder.Entity("BorgerPortal.Domain.Planner.CaseWorker", worker =>
            worker.ToTable("case_workers", table => table.HasCheckConstraint("ck_case_workers_id", "id > 0")));
    }
}
