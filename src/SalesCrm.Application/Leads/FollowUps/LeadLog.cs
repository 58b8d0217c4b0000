using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Visits;

namespace SalesCrm.Application.Leads.FollowUps;

/// <summary>What was said with a lead, the newest first; stays readable after the conversion.</summary>
public sealed class LeadLog(CrmDbContext db)
{
    private const int Most = 100;

    public sealed record Entry(long Id, DateTime At, string? Who, VisitMethod Method, string Feedback, DateOnly? NextOn, string? NextText);

    public async Task<IReadOnlyList<Entry>> ReadAsync(long leadId, Actor actor, CancellationToken cancellationToken)
    {
        var leads = db.LeadsOf(actor);
        return await db.LeadFollowUps.AsNoTracking().Where(entry => entry.LeadId == leadId && leads.Any(lead => lead.Id == entry.LeadId))
            .OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Id).Take(Most)
            .Select(entry => new Entry(entry.Id, entry.At, entry.By!.DisplayName, entry.Method, entry.Feedback, entry.NextOn, entry.NextText))
            .ToListAsync(cancellationToken);
    }
}
