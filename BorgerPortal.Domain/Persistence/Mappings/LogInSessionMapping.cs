using BorgerPortal.Domain.Sessions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BorgerPortal.Domain.Persistence.Mappings;

internal sealed class LogInSessionMapping : IEntityTypeConfiguration<LogInSession>
{
    public void Configure(EntityTypeBuilder<LogInSession> builder)
    {
        builder.ToTable("log_in_sessions");
        builder.HasKey(session => session.IdHash);
        builder.HasIndex(session => session.BegunAt);
    }
}
