using SalesCrm.Application.Users;

namespace SalesCrm.Application.Opportunities;

/// <summary>One move of an opportunity; never edited.</summary>
internal sealed class StageChange
{
    public long Id { get; private set; }
    public long OpportunityId { get; init; }
    public StageCode From { get; init; }
    public StageCode To { get; init; }

    /// <summary>UTC.</summary>
    public DateTime At { get; init; }

    /// <summary>Null when the system or an import moved it.</summary>
    public long? ById { get; init; }
    public User? By { get; private set; }

    /// <summary>Seconds spent in <see cref="From"/>.</summary>
    public long SecondsSpent { get; init; }

    /// <summary>Why it went back or skipped a step, or was lost.</summary>
    public string? Reason { get; init; }
}
