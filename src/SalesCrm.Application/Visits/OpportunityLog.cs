using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Shared;

namespace SalesCrm.Application.Visits;

/// <summary>What was said and what is to be done on one opportunity: the latest entries of its log and its tasks. Two commands.</summary>
public sealed class OpportunityLog(CrmDbContext db)
{
    public sealed record Entry(long Id, DateTime At, VisitMethod Method, string Visitor, string? Topic, string? Feedback, string? Handling);

    public sealed record OpenTask(long Id, FollowUpTaskKind Kind, DateOnly DueOn, string? Assignee, DateTime? DoneAt);

    /// <summary>The latest follow-ups that the reader may see, newest first.</summary>
    public async Task<IReadOnlyList<Entry>> EntriesAsync(long opportunityId, int most, Actor actor, CancellationToken cancellationToken)
        => await db.VisitsOf(actor).AsNoTracking().Where(visit => visit.OpportunityId == opportunityId && visit.ArchivedAt == null)
            .OrderByDescending(visit => visit.At).ThenByDescending(visit => visit.Id).Take(most)
            .Select(visit => new Entry(visit.Id, visit.At, visit.Method, visit.Visitor!.DisplayName, visit.Topic, visit.Feedback, visit.Handling))
            .ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<OpenTask>> TasksAsync(long opportunityId, Actor actor, CancellationToken cancellationToken)
        => await db.OpportunitiesOf(actor).Where(row => row.Id == opportunityId)
            .Join(db.FollowUpTasks, row => row.Id, task => task.OpportunityId, (_, task) => task).AsNoTracking()
            .OrderBy(task => task.DueOn)
            .Select(task => new OpenTask(task.Id, task.Kind, task.DueOn, task.Assignee!.DisplayName, task.DoneAt))
            .ToListAsync(cancellationToken);
}
