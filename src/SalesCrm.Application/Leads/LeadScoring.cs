using SalesCrm.Application.Database;
using SalesCrm.Application.Settings;

namespace SalesCrm.Application.Leads;

/// <summary>The scale of one part of a lead's score: 0 to the maximum, good from the threshold on.</summary>
public sealed record ScorePart(int Maximum, int Threshold);

/// <summary>The company's rule for qualifying leads; all three parts have to pass.</summary>
public sealed record LeadScoring(ScorePart Budget, ScorePart Urgency, ScorePart Authority)
{
    /// <summary>Budget has to be full marks, urgency 8, authority 7, of 10 each.</summary>
    public static LeadScoring Default { get; } = new(new(10, 10), new(10, 8), new(10, 7));

    internal static StoredSetting<LeadScoring> Stored { get; } = new("leads.scoring", Default);

    internal static Task<LeadScoring> ReadAsync(CrmDbContext db, CancellationToken cancellationToken) => Stored.ReadAsync(db, cancellationToken);
}
