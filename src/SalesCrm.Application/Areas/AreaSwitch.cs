using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SalesCrm.Application.Database;

namespace SalesCrm.Application.Areas;

/// <summary>An area that the admin switched off. One without a row is on.</summary>
internal sealed class AreaSwitch : IReference
{
    public Area Area { get; init; }
}

internal sealed class AreaSwitchConfiguration : IEntityTypeConfiguration<AreaSwitch>
{
    public void Configure(EntityTypeBuilder<AreaSwitch> area)
    {
        area.ToTable("AreaSwitches");
        area.HasKey(a => a.Area);
        area.Property(a => a.Area).ValueGeneratedNever();
    }
}
