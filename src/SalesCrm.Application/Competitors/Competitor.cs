using SalesCrm.Application.Database;
using SalesCrm.Application.Search;

namespace SalesCrm.Application.Competitors;

/// <summary>A rival company (竞争对手信息表). Its file is common knowledge: every signed-in person reads it.</summary>
internal sealed class Competitor : IAudited, IVersioned, ISearchable
{
    public long Id { get; private set; }
    public required string Name { get; set; }

    /// <summary>The name as the look-up sees it; unique.</summary>
    [NotAudited]
    public required string NameKey { get; set; }

    public string? Website { get; set; }
    public string? Scale { get; set; }
    public string? Region { get; set; }
    public string? Products { get; set; }
    public string? PriceLevel { get; set; }
    public string? Strengths { get; set; }
    public string? Weaknesses { get; set; }
    public string? Strategy { get; set; }

    /// <summary>How to win against it (battle card).</summary>
    public string? CounterStrategy { get; set; }

    /// <summary>What it says and what we answer, a pair on each line, parted by →.</summary>
    public string? Answers { get; set; }

    /// <summary>What to watch out for when meeting it.</summary>
    public string? Traps { get; set; }

    /// <summary>What shows that we are right: cases, certificates, comparisons.</summary>
    public string? Proof { get; set; }

    public ThreatLevel? Threat { get; set; }
    public DateTime? ArchivedAt { get; set; }
    public Guid Version { get; set; }

    [NotAudited]
    public string SearchKey { get; set; } = "";
    public SearchKind SearchKind => SearchKind.Competitor;
    public IEnumerable<string?> SearchNames => [Name];
    public ICollection<CompetitorNote> Notes { get; } = [];
    public ICollection<CompetitorProduct> Offers { get; } = [];
}
