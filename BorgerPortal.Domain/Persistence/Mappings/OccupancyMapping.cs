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
        builder.HasIndex(occupancy => new { occupancy.CaseWorkerId, occupancy.Start });
        builder.HasIndex(occupancy => occupancy.Session);
        builder.HasOne<CaseWorker>().WithMany().HasForeignKey(occupancy => occupancy.CaseWorkerId).OnDelete(DeleteBehavior.Restrict);
    }
}
