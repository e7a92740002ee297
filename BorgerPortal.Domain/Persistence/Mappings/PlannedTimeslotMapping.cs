using BorgerPortal.Domain.Planner;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BorgerPortal.Domain.Persistence.Mappings;

internal sealed class PlannedTimeslotMapping : IEntityTypeConfiguration<PlannedTimeslot>
{
    public void Configure(EntityTypeBuilder<PlannedTimeslot> builder)
    {
        builder.ToTable("timeslots", table => table.HasCheckConstraint(
            "ck_timeslots_seats", "seats_taken >= 0 AND (total_seats IS NULL OR seats_taken <= total_seats)"));
        builder.Property(timeslot => timeslot.Start).HasColumnName("starts_at");
        builder.HasIndex(timeslot => new { timeslot.OptionId, timeslot.Start }).IsUnique();
        builder.HasOne<PlannedOption>().WithMany().HasForeignKey(timeslot => timeslot.OptionId);
        builder.Property(timeslot => timeslot.ContactTypes).AsNumbers();
    }
}
