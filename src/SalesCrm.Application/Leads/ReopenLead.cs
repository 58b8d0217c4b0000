using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;

namespace SalesCrm.Application.Leads;

/// <summary>Takes up again a lead that was given up; where it stands then follows from its scores. Why it was given up stays in the trail.</summary>
public sealed class ReopenLead(CrmDbContext db)
{
    public async Task<Outcome> ExecuteAsync(long id, Actor actor, CancellationToken cancellationToken)
    {
        var lead = await db.LeadsOf(actor).SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
        if (lead is null)
        {
            return Outcome.NotFound();
        }

        if (lead.Status != LeadStatus.Disqualified)
        {
            return Outcome.Invalid("", "这条线索没有被淘汰，不需要重新打开");
        }

        lead.Reopen(await LeadScoring.ReadAsync(db, cancellationToken));
        try
        {
            await db.SaveAsync(actor, cancellationToken);
            return Outcome.Done();
        }
        catch (DbUpdateConcurrencyException)
        {
            return Outcome.Conflict(LeadFile.Changed);
        }
    }
}
