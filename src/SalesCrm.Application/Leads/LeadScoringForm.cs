using SalesCrm.Application.Database;

namespace SalesCrm.Application.Leads;

/// <summary>The scoring rule as forms need it.</summary>
public sealed class LeadScoringForm(CrmDbContext db)
{
    public Task<LeadScoring> ReadAsync(CancellationToken cancellationToken) => LeadScoring.ReadAsync(db, cancellationToken);
}
