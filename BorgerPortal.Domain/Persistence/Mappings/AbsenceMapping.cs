using BorgerPortal.Domain.Citizens;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BorgerPortal.Domain.Persistence.Mappings;

internal sealed class AbsenceMapping : IEntityTypeConfiguration<Absence>
{
    public void Configure(EntityTypeBuilder<Absence> builder)
    {
        builder.ToTable("absences");
        builder.Property(absence => absence.From).HasColumnName("first_day");
        builder.Property(absence => absence.To).HasColumnName("last_day");
        builder.HasIndex(absence => new { absence.CitizenId, absence.Position }).IsUnique();
    }
}
