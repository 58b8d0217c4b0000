using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Time;
using SalesCrm.Application.Users;

namespace SalesCrm.Application.Leads;

/// <summary>Gives a lead to somebody of the manager's team.</summary>
public sealed class AssignLead(CrmDbContext db, CompanyClock clock)
{
    public sealed record Input
    {
        public long? OwnerId { get; set; }
        public Guid Version { get; set; }
    }

    public async Task<Outcome> ExecuteAsync(long id, Input input, Actor actor, CancellationToken cancellationToken)
    {
        var lead = await db.LeadsOf(actor).SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
        if (lead is null)
        {
            return Outcome.NotFound();
        }

        if (actor.Role is not (Role.Manager or Role.Admin))
        {
            return Outcome.Forbidden("只有经理和管理员可以分配线索");
        }

        if (!await LeadFile.OwnersFor(db, actor).AnyAsync(user => user.Id == input.OwnerId, cancellationToken))
        {
            return Outcome.Invalid(nameof(input.OwnerId), "请选择所管团队的销售或经理");
        }

        if (lead.Status == LeadStatus.Converted)
        {
            return Outcome.Invalid("", "线索已转化，请在客户和商机中继续修改");
        }

        if (lead.Version != input.Version)
        {
            return Outcome.Conflict(LeadFile.Changed);
        }

        lead.AssignTo(input.OwnerId, clock.UtcNow);
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
