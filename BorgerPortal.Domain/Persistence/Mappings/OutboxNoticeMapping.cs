using BorgerPortal.Domain.Notices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BorgerPortal.Domain.Persistence.Mappings;

internal sealed class OutboxNoticeMapping : IEntityTypeConfiguration<OutboxNotice>
{
    public void Configure(EntityTypeBuilder<OutboxNotice> builder)
    {
        builder.ToTable("outbox_notices");
        builder.Property(notice => notice.Id).ValueGeneratedNever();
        builder.HasIndex(notice => new { notice.BookingId, notice.StartsAt }).IsUnique().HasFilter("starts_at IS NOT NULL");
        builder.HasIndex(notice => notice.QueuedAt).HasFilter("sent_at IS NULL");
    }
}
