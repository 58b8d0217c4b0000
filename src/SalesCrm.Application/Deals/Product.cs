using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SalesCrm.Application.Database;

namespace SalesCrm.Application.Deals;

internal sealed class Product : IAudited, IVersioned
{
    public long Id { get; private set; }
    public required string Name { get; set; }
    public string? Series { get; set; }

    /// <summary>Yuan.</summary>
    public decimal? ListPrice { get; set; }

    public bool IsArchived { get; set; }
    public Guid Version { get; set; }
}

internal sealed class ProductConfiguration : IEntityTypeConfiguration<Product>
{
    public void Configure(EntityTypeBuilder<Product> product)
    {
        product.ToTable("Products");
        product.HasIndex(p => p.Name).IsUnique();
    }
}
