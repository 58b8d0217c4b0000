using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SalesCrm.Application.Fields;

internal sealed class CustomFieldConfiguration : IEntityTypeConfiguration<CustomField>
{
    public void Configure(EntityTypeBuilder<CustomField> field)
    {
        field.ToTable("CustomFields");
        field.Property(f => f.Name).HasMaxLength(100);
        field.Property(f => f.EnglishName).HasMaxLength(100);
        field.HasIndex(f => new { f.Subject, f.Name }).IsUnique();
        field.HasMany(f => f.Choices).WithOne().HasForeignKey(choice => choice.FieldId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class FieldChoiceConfiguration : IEntityTypeConfiguration<FieldChoice>
{
    public void Configure(EntityTypeBuilder<FieldChoice> choice)
    {
        choice.ToTable("FieldChoices");
        choice.Property(c => c.Name).HasMaxLength(100);
        choice.Property(c => c.EnglishName).HasMaxLength(100);
        choice.HasIndex(c => new { c.FieldId, c.Name }).IsUnique();
    }
}

internal sealed class FieldValueConfiguration : IEntityTypeConfiguration<FieldValue>
{
    public void Configure(EntityTypeBuilder<FieldValue> value)
    {
        value.ToTable("FieldValues");
        value.HasKey(v => new { v.RecordId, v.FieldId });
        value.Property(v => v.Text).HasMaxLength(FieldCell.LongestText * 2);
        value.Ignore(v => v.Owner).Ignore(v => v.Cell);

        // Filters and orders of lists, each through the index of the column that its type uses.
        value.HasIndex(v => new { v.FieldId, v.Number, v.RecordId }).HasFilter("[Number] IS NOT NULL").HasDatabaseName("IX_FieldValues_Number");
        value.HasIndex(v => new { v.FieldId, v.Text, v.RecordId }).HasFilter("[Text] IS NOT NULL").HasDatabaseName("IX_FieldValues_Text");
        value.HasOne<CustomField>().WithMany().HasForeignKey(v => v.FieldId).OnDelete(DeleteBehavior.Restrict);
    }
}
