using BorgerPortal.Domain.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BorgerPortal.Domain.Persistence.Mappings;

internal sealed class AuditEntryMapping : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("audit_entries");
        builder.HasIndex(entry => new { entry.CitizenId, entry.At });
        builder.Property(entry => entry.Reason).HasMaxLength(AuditEntry.LongestReason);
        builder.Property(entry => entry.Codes).AsNumbers();
    }
}
