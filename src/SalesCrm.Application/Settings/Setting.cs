using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SalesCrm.Application.Database;

namespace SalesCrm.Application.Settings;

/// <summary>A value that the admin may change at run time, by name.</summary>
internal sealed class Setting : IAudited, IVersioned
{
    public long Id { get; private set; }
    public required string Name { get; init; }
    public required string Value { get; set; }
    public Guid Version { get; set; }
}

internal sealed class SettingConfiguration : IEntityTypeConfiguration<Setting>
{
    public void Configure(EntityTypeBuilder<Setting> setting)
    {
        setting.ToTable("Settings");
        setting.Property(s => s.Name).HasMaxLength(100);
        setting.Property(s => s.Value).HasMaxLength(4000);
        setting.HasIndex(s => s.Name).IsUnique();
    }
}
