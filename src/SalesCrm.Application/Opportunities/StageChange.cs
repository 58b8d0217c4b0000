using SalesCrm.Application.Database;
using SalesCrm.Application.Users;

namespace SalesCrm.Application.Opportunities;

/// <summary>One move of an opportunity; edited only when a history that is brought in later puts other moves before it.</summary>
internal sealed class StageChange : IAudited
{
    public long Id { get; private set; }
    public long OpportunityId { get; init; }

    /// <summary>The same as <see cref="To"/> where a history that another system kept begins.</summary>
    public StageCode From { get; set; }
    public StageCode To { get; init; }

    /// <summary>UTC.</summary>
    public DateTime At { get; init; }

    /// <summary>Null when the system or an import moved it.</summary>
    public long? ById { get; init; }
    public User? By { get; private set; }

    /// <summary>Seconds spent in <see cref="From"/>.</summary>
    public long SecondsSpent { get; set; }

    /// <summary>Why it went back or skipped a step, or was lost.</summary>
    public string? Reason { get; init; }
}
