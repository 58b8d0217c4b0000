using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;

namespace SalesCrm.Application.Leads;

/// <summary>The scoring rule as forms need it.</summary>
public sealed class LeadScoringForm(CrmDbContext db)
{
    public Task<LeadScoring> ReadAsync(CancellationToken cancellationToken) => LeadScoring.ReadAsync(db, cancellationToken);

    /// <summary>For editing, with the version that a save has to bring; empty while nobody ever changed it.</summary>
    public async Task<SaveLeadScoring.Input> EditAsync(CancellationToken cancellationToken)
    {
        var stored = await db.Settings.AsNoTracking().Where(setting => setting.Name == LeadScoring.SettingName)
            .Select(setting => new { setting.Value, setting.Version }).SingleOrDefaultAsync(cancellationToken);
        var scoring = LeadScoring.Of(stored?.Value);
        return new SaveLeadScoring.Input
        {
            BudgetMaximum = scoring.Budget.Maximum,
            BudgetThreshold = scoring.Budget.Threshold,
            UrgencyMaximum = scoring.Urgency.Maximum,
            UrgencyThreshold = scoring.Urgency.Threshold,
            AuthorityMaximum = scoring.Authority.Maximum,
            AuthorityThreshold = scoring.Authority.Threshold,
            Version = stored?.Version ?? Guid.Empty,
        };
    }
}
