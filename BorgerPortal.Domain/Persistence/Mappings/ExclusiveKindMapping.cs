using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Citizens;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BorgerPortal.Domain.Persistence.Mappings;

internal sealed class ExclusiveKindMapping : IEntityTypeConfiguration<ExclusiveKind>
{
    public void Configure(EntityTypeBuilder<ExclusiveKind> builder)
    {
        builder.ToTable("exclusive_kinds");
        builder.HasKey(kind => new { kind.CitizenId, kind.InterviewType });
        builder.HasOne<Citizen>().WithMany().HasForeignKey(kind => kind.CitizenId);
    }
}
