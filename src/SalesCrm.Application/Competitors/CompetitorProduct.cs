using SalesCrm.Application.Database;

namespace SalesCrm.Application.Competitors;

/// <summary>A product of a competitor, and where its price stands against ours.</summary>
internal sealed class CompetitorProduct : IAudited, IVersioned
{
    public long Id { get; private set; }
    public long CompetitorId { get; init; }
    public required string Name { get; set; }
    public PricePosition? Position { get; set; }
    public string? Note { get; set; }
    public Guid Version { get; set; }
}
