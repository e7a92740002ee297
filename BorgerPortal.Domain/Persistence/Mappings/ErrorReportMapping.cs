using BorgerPortal.Domain.ErrorReports;
using BorgerPortal.Domain.Requests;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BorgerPortal.Domain.Persistence.Mappings;

internal sealed class ErrorReportMapping : IEntityTypeConfiguration<ErrorReport>
{
    public void Configure(EntityTypeBuilder<ErrorReport> builder)
    {
        builder.ToTable("error_reports");
        builder.HasIndex(report => new { report.JobCentreCode, report.At });
        builder.HasIndex(report => new { report.JobCentreCode, report.At }, "ix_error_reports_open").HasFilter("handled_at IS NULL");
        builder.HasIndex(report => new { report.OptionId, report.Code })
            .IsUnique()
            .HasFilter("filed_by_portal AND handled_at IS NULL");
        builder.HasIndex(report => report.ForwardAt).HasFilter("forward_at IS NOT NULL");
        builder.Property(report => report.ForwardRequest).HasMaxLength(RequestKey.LongestId);
        builder.Property(report => report.Text).HasMaxLength(500);
    }
}
