using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Planner;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BorgerPortal.Domain.Persistence.Mappings;

internal sealed class PlannedOptionCitizenMapping : IEntityTypeConfiguration<PlannedOptionCitizen>
{
    public void Configure(EntityTypeBuilder<PlannedOptionCitizen> builder)
    {
        builder.ToTable("option_citizens");
        builder.HasKey(link => new { link.OptionId, link.CitizenId });
        builder.HasOne<PlannedOption>().WithMany().HasForeignKey(link => link.OptionId);
        builder.HasOne<Citizen>().WithMany().HasForeignKey(link => link.CitizenId);
    }
}
