using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Leads;
using SalesCrm.Application.Shared;

namespace SalesCrm.Application.LeadForms;

/// <summary>By which public form a lead came, and what he agreed to.</summary>
public sealed class LeadOrigin(CrmDbContext db)
{
    public sealed record Origin(string Form, DateTime At, int ConsentRevision, string ConsentText);

    /// <summary>Null for a lead that came otherwise.</summary>
    public async Task<Origin?> FindAsync(long leadId, Actor actor, CancellationToken cancellationToken)
    {
        var leads = db.LeadsOf(actor);
        return await db.FormPosts.AsNoTracking().Where(post => post.LeadId == leadId && leads.Any(lead => lead.Id == post.LeadId))
            .Select(post => new Origin(post.Form!.Name, post.At, post.ConsentRevision, post.ConsentText)).FirstOrDefaultAsync(cancellationToken);
    }
}
