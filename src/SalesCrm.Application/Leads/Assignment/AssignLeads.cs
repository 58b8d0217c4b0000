using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Time;
using SalesCrm.Application.Users;

namespace SalesCrm.Application.Leads.Assignment;

/// <summary>Gives several leads to one person, or to the members of a team in turn.</summary>
public sealed class AssignLeads(CrmDbContext db, CompanyClock clock)
{
    public const int Most = 200;

    public sealed record Input
    {
        public List<long> Ids { get; set; } = [];

        /// <summary>Exactly one of person and team.</summary>
        public long? OwnerId { get; set; }
        public long? TeamId { get; set; }
    }

    /// <summary>How many were given out; converted ones stay where they are.</summary>
    public async Task<Outcome<int>> ExecuteAsync(Input input, Actor actor, CancellationToken cancellationToken)
    {
        if (actor.Role is not (Role.Manager or Role.Admin))
        {
            return Outcome<int>.Forbidden("只有经理和管理员可以分配线索");
        }

        if (input.Ids.Count is 0 or > Most)
        {
            return Outcome<int>.Invalid("", input.Ids.Count == 0 ? "请先选择线索" : new Text("一次最多分配 {0} 条", Most));
        }

        if (input.OwnerId is null == input.TeamId is null)
        {
            return Outcome<int>.Invalid(nameof(input.OwnerId), "请选择一位跟进人，或者一个团队");
        }

        var owners = LeadFile.OwnersFor(db, actor);
        if (input.OwnerId is { } owner && !await owners.AnyAsync(user => user.Id == owner, cancellationToken))
        {
            return Outcome<int>.Invalid(nameof(input.OwnerId), "请选择所管团队的销售或经理");
        }

        if (input.TeamId is { } team && !await owners.AnyAsync(user => user.TeamId == team && user.Role == Role.Rep, cancellationToken))
        {
            return Outcome<int>.Invalid(nameof(input.TeamId), "这个团队没有您可以分配的销售");
        }

        try
        {
            return await db.InTransactionAsync(actor, token => AssignAsync(input, actor, token), cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Outcome<int>.Conflict(LeadFile.Changed);
        }
    }

    private async Task<int> AssignAsync(Input input, Actor actor, CancellationToken cancellationToken)
    {
        var leads = await db.LeadsOf(actor).Where(lead => input.Ids.Contains(lead.Id) && lead.Status != LeadStatus.Converted).OrderBy(lead => lead.Id).ToListAsync(cancellationToken);
        var distribution = await Distribution.LockedAsync(db, cancellationToken);
        foreach (var lead in leads)
        {
            lead.AssignTo(distribution.Target(input.TeamId, input.OwnerId) ?? lead.OwnerId, clock.UtcNow);
        }

        await distribution.SaveAsync(db, cancellationToken);
        return leads.Count;
    }
}
