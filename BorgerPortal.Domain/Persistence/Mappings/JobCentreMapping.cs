using BorgerPortal.Domain.Planner;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BorgerPortal.Domain.Persistence.Mappings;

internal sealed class JobCentreMapping : IEntityTypeConfiguration<JobCentre>
{
    public void Configure(EntityTypeBuilder<JobCentre> builder)
    {
        builder.ToTable("job_centres");
        builder.HasKey(centre => centre.Code);
        builder.Property(centre => centre.Code).HasMaxLength(5);
    }
}
