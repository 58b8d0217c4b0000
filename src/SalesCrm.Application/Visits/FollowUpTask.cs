using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Database;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Users;

namespace SalesCrm.Application.Visits;

/// <summary>Something that the system asks a person to do for a customer, such as the after-sales follow-up of a delivery.</summary>
internal sealed class FollowUpTask : IAudited, IVersioned
{
    public long Id { get; private set; }
    public FollowUpTaskKind Kind { get; init; }
    public long CustomerId { get; init; }
    public Customer? Customer { get; init; }
    public long? OpportunityId { get; init; }
    public Opportunity? Opportunity { get; init; }
    public long? AssigneeId { get; set; }
    public User? Assignee { get; private set; }
    public DateOnly DueOn { get; set; }

    /// <summary>UTC.</summary>
    public DateTime? DoneAt { get; set; }

    /// <summary>The follow-up that did it; kept while that is archived, so that bringing it back does the task again.</summary>
    public long? DoneByVisitId { get; set; }
    public Visit? DoneByVisit { get; set; }

    public Guid Version { get; set; }

    /// <summary>Marks the task as done by a follow-up; with its last open task a won opportunity leaves the after-sales step.</summary>
    public static async Task FinishAsync(CrmDbContext db, long id, Visit visit, DateTime now, Actor actor, CancellationToken cancellationToken)
    {
        var task = await db.FollowUpTasks.Include(t => t.Opportunity).SingleAsync(t => t.Id == id, cancellationToken);
        if (task.DoneAt is not null)
        {
            return;
        }

        (task.DoneAt, task.DoneByVisitId) = (now, visit.Id);
        if (task is { Kind: FollowUpTaskKind.AfterSales, Opportunity: { Stage: StageCode.AfterSales } opportunity }
            && !await db.FollowUpTasks.AnyAsync(t => t.OpportunityId == opportunity.Id && t.Id != id && t.DoneAt == null, cancellationToken))
        {
            opportunity.FinishAfterSales(now, actor.UserId);
        }
    }

    /// <summary>The follow-up that did tasks was archived: they are open again, and a won opportunity is back in its after-sales step.</summary>
    public static async Task ReopenAsync(CrmDbContext db, Visit visit, DateTime now, Actor actor, CancellationToken cancellationToken)
    {
        foreach (var task in await db.FollowUpTasks.Include(t => t.Opportunity).Where(t => t.DoneByVisitId == visit.Id && t.DoneAt != null).ToListAsync(cancellationToken))
        {
            task.DoneAt = null;
            if (task is { Kind: FollowUpTaskKind.AfterSales, Opportunity: { Stage: StageCode.Won } opportunity })
            {
                opportunity.ResumeAfterSales(now, actor.UserId, "售后跟进记录已归档，任务重新打开");
            }
        }
    }

    /// <summary>The follow-up is back: what it had done and nobody else did since is done.</summary>
    public static async Task FinishAgainAsync(CrmDbContext db, Visit visit, DateTime now, Actor actor, CancellationToken cancellationToken)
    {
        foreach (var id in await db.FollowUpTasks.Where(t => t.DoneByVisitId == visit.Id && t.DoneAt == null).Select(t => t.Id).ToListAsync(cancellationToken))
        {
            await FinishAsync(db, id, visit, now, actor, cancellationToken);
        }
    }
}

public enum FollowUpTaskKind
{
    /// <summary>售后跟进, due three days after delivery.</summary>
    AfterSales = 1,
}
