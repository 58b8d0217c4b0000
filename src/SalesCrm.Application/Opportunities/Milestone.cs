using SalesCrm.Application.Database;

namespace SalesCrm.Application.Opportunities;

/// <summary>A date that matters on the way (关键节点), such as <c>3月25日提交方案</c>.</summary>
internal sealed class Milestone : IAudited, IVersioned
{
    public long Id { get; private set; }
    public long OpportunityId { get; init; }
    public Opportunity? Opportunity { get; init; }

    /// <summary>Null when an import gave a text without a date.</summary>
    public DateOnly? On { get; set; }

    /// <summary>What is to happen; for an import the whole cell as it was written.</summary>
    public required string Text { get; set; }

    /// <summary>The cell as imported; exported again word for word.</summary>
    public string? Original { get; set; }

    public DateTime? DoneAt { get; set; }
    public Guid Version { get; set; }
}
