using BorgerPortal.Domain.Planner;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BorgerPortal.Domain.Persistence.Mappings;

internal sealed class PlannedOptionMapping : IEntityTypeConfiguration<PlannedOption>
{
    public void Configure(EntityTypeBuilder<PlannedOption> builder)
    {
        builder.ToTable("options");
        builder.HasIndex(option => option.JobCentreCode);
        builder.HasOne<JobCentre>().WithMany().HasForeignKey(option => option.JobCentreCode).OnDelete(DeleteBehavior.Restrict);
        builder.Property(option => option.Id).ValueGeneratedNever();
        builder.Property(option => option.Title).HasMaxLength(100);
        builder.Property(option => option.Description).HasMaxLength(500);
        builder.Property(option => option.PrintComment).HasMaxLength(500);
        builder.Property(option => option.ContactGroups).AsNumbers();
        builder.Property(option => option.ContactTypes).AsNumbers();
        builder.Property(option => option.Location).HasConversion(Conversions.LocationConverter);
    }
}
