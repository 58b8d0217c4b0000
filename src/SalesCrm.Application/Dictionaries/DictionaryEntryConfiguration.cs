using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SalesCrm.Application.Dictionaries;

internal sealed class DictionaryEntryConfiguration : IEntityTypeConfiguration<DictionaryEntry>
{
    public void Configure(EntityTypeBuilder<DictionaryEntry> entry)
    {
        entry.ToTable("Dictionary");
        entry.Property(e => e.Name).HasMaxLength(100);
        entry.Property(e => e.EnglishName).HasMaxLength(100);
        entry.HasIndex(e => new { e.Kind, e.Name }).IsUnique();
    }
}
