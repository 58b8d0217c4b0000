using SalesCrm.Application.Competitors;
using SalesCrm.Application.Database;

namespace SalesCrm.Application.Opportunities;

/// <summary>A competitor met on an opportunity.</summary>
internal sealed class Rival : IAudited, IVersioned
{
    public long Id { get; private set; }
    public long OpportunityId { get; init; }
    public Opportunity? Opportunity { get; init; }
    public long CompetitorId { get; init; }
    public Competitor? Competitor { get; init; }

    /// <summary>Its offer as heard.</summary>
    public string? Offer { get; set; }

    /// <summary>Percent by which its price differs from ours; −10 is ten percent lower.</summary>
    public int? PriceGap { get; set; }

    public string? CounterMeasure { get; set; }
    public Guid Version { get; set; }
}
