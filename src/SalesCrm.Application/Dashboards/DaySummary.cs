using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Customers.Confidential;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Application.Dashboards;

/// <summary>What waits for a person today.</summary>
/// <param name="Tasks">His open tasks and handling measures that are due by today.</param>
public sealed record DayFigures(int Overdue, int Today, int ThisWeek, int Tasks)
{
    public static DayFigures None { get; } = new(0, 0, 0, 0);
}

/// <summary>The reader's own day in four counts.</summary>
public sealed class DaySummary(CrmDbContext db, CompanyClock clock)
{
    public async Task<DayFigures> ReadAsync(Actor actor, CancellationToken cancellationToken)
    {
        var today = clock.Today;
        var sunday = CompanyClock.WeekOf(today).Last;
        var closed = db.ClosedTo(actor);
        var own = db.CustomersOf(actor).Where(customer => customer.OwnerId == actor.UserId && customer.ArchivedAt == null);
        var tasks = db.FollowUpTasks.Where(task => task.AssigneeId == actor.UserId && task.DoneAt == null && task.DueOn <= today && !closed.Contains(task.CustomerId));
        var measures = db.Visits.Where(visit => visit.VisitorId == actor.UserId && visit.ArchivedAt == null && visit.DueOn <= today && visit.Result == null && !closed.Contains(visit.CustomerId));

        // One row to hang the counts on, so that they come by one command.
        return await db.Users.Where(user => user.Id == actor.UserId)
            .Select(user => new DayFigures(
                own.Count(customer => customer.NextFollowUpOn < today),
                own.Count(customer => customer.NextFollowUpOn == today),
                own.Count(customer => customer.NextFollowUpOn > today && customer.NextFollowUpOn <= sunday),
                tasks.Count() + measures.Count()))
            .SingleOrDefaultAsync(cancellationToken) ?? DayFigures.None;
    }
}
