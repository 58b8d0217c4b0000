using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SalesCrm.Application.Database;

internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> entry)
    {
        entry.Property(e => e.Subject).HasMaxLength(40);
        entry.Property(e => e.Changes).HasMaxLength(-1);
        entry.HasIndex(e => new { e.Subject, e.SubjectId, e.Id });
        entry.HasIndex(e => new { e.CustomerId, e.Id });
        entry.HasIndex(e => new { e.UserId, e.Id });
        entry.HasIndex(e => e.OperationId);
        entry.HasIndex(e => e.At);
    }
}
