using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Planner;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BorgerPortal.Domain.Persistence.Mappings;

internal sealed class CitizenMapping : IEntityTypeConfiguration<Citizen>
{
    public void Configure(EntityTypeBuilder<Citizen> builder)
    {
        builder.ToTable("citizens");
        builder.HasIndex(citizen => citizen.PersonnummerLookup).IsUnique();
        builder.HasIndex(citizen => citizen.JobCentreCode);
        builder.HasOne<JobCentre>().WithMany().HasForeignKey(citizen => citizen.JobCentreCode).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(citizen => citizen.Absences).WithOne().HasForeignKey(absence => absence.CitizenId);
        builder.HasMany(citizen => citizen.Deadlines).WithOne().HasForeignKey(deadline => deadline.CitizenId);
    }
}
