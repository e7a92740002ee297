using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Planner;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BorgerPortal.Domain.Persistence.Mappings;

internal sealed class OccupancyMapping : IEntityTypeConfiguration<Occupancy>
{
    public void Configure(EntityTypeBuilder<Occupancy> builder)
    {
        builder.ToTable("occupancies");
        builder.Property(occupancy => occupancy.Start).HasColumnName("starts_at");
        builder.Property(occupancy => occupancy.End).HasColumnName("ends_at");

        // All that a look at somebody's calendar asks, so that the row itself need not be fetched: of a large country, each
        // lies on another page.
        builder.HasIndex(occupancy => new { occupancy.CaseWorkerId, occupancy.Start, occupancy.End, occupancy.Session });
        builder.HasIndex(occupancy => occupancy.Session);
        builder.HasOne<CaseWorker>().WithMany().HasForeignKey(occupancy => occupancy.CaseWorkerId).OnDelete(DeleteBehavior.Restrict);
    }
}
