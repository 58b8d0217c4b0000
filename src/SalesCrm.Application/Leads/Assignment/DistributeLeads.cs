using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Time;
using SalesCrm.Application.Users;

namespace SalesCrm.Application.Leads.Assignment;

/// <summary>Gives the open leads that nobody has to people by the rules, the oldest first.</summary>
public sealed class DistributeLeads(CrmDbContext db, CompanyClock clock)
{
    /// <summary>How many one act gives out; further ones wait for the next.</summary>
    internal const int Most = 500;

    /// <summary>How many found an owner.</summary>
    public async Task<Outcome<int>> ExecuteAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (actor.Role is not Role.Admin)
        {
            return Outcome<int>.Forbidden("只有管理员可以按规则分配");
        }

        try
        {
            return await db.InTransactionAsync(actor, async token =>
            {
                var leads = await Waiting(db, actor).Take(Most).ToListAsync(token);
                return await GiveOutAsync(db, leads, clock.UtcNow, token);
            }, cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Outcome<int>.Conflict(LeadFile.Changed);
        }
    }

    /// <summary>Open leads without an owner, the oldest first.</summary>
    internal static IOrderedQueryable<Lead> Waiting(CrmDbContext db, Actor actor) => db.LeadsOf(actor)
        .Where(lead => lead.OwnerId == null && (lead.Status == LeadStatus.New || lead.Status == LeadStatus.Working || lead.Status == LeadStatus.Qualified))
        .OrderBy(lead => lead.Id);

    /// <summary>Inside a transaction. New leads must have been added already; how many found an owner.</summary>
    internal static async Task<int> GiveOutAsync(CrmDbContext db, IReadOnlyList<Lead> leads, DateTime now, CancellationToken cancellationToken)
    {
        if (leads.Count == 0 || !await db.AssignmentRules.AnyAsync(cancellationToken))
        {
            return 0;
        }

        var distribution = await Distribution.LockedAsync(db, cancellationToken);
        foreach (var lead in leads)
        {
            lead.AssignTo(distribution.OwnerFor(lead.Province, lead.City), now);
        }

        await distribution.SaveAsync(db, cancellationToken);
        return leads.Count(lead => lead.OwnerId is not null);
    }
}
