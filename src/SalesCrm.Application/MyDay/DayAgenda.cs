using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Customers.Confidential;
using SalesCrm.Application.Database;
using SalesCrm.Application.Leads;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Time;
using SalesCrm.Application.Trials;
using SalesCrm.Application.Users;

namespace SalesCrm.Application.MyDay;

/// <summary>What a person has to do: his customers' next steps, his open measures and tasks, the key dates of his opportunities.</summary>
public sealed class DayAgenda(CrmDbContext db, CompanyClock clock, AgendaSources sources)
{
    /// <summary>Days overdue after which the manager sees it.</summary>
    public const int DaysUntilManager = 3;

    /// <summary>How many of each kind one page shows; the counts are of all.</summary>
    internal const int Most = 100;

    /// <param name="Overdue">Only in the tabs of today and of what is overdue; oldest first.</param>
    /// <param name="Items">What the tab is about; the earliest first.</param>
    /// <param name="OfPeople">For a manager: what his people left undone for three days and more.</param>
    public sealed record Agenda(DateOnly Today, AgendaCounts Counts, IReadOnlyList<AgendaItem> Overdue, IReadOnlyList<AgendaItem> Items, IReadOnlyList<AgendaItem> OfPeople);

    public async Task<Agenda> ReadAsync(AgendaView view, Actor actor, CancellationToken cancellationToken)
    {
        var today = clock.Today;
        var counts = await CountAsync(actor, cancellationToken);
        var (first, last) = view switch
        {
            AgendaView.Today => (DateOnly.MinValue, today),
            AgendaView.Overdue => (DateOnly.MinValue, today.AddDays(-1)),
            AgendaView.ToConfirm => (DateOnly.MinValue, DateOnly.MaxValue),
            _ => (today, CompanyClock.WeekOf(today).Last),
        };
        var items = view == AgendaView.ToConfirm
            ? await sources.HandlingsAsync(actor.UserId, first, last, cancellationToken)
            : await sources.AllAsync(actor.UserId, first, last, cancellationToken);
        items = await WithNumbersHeMayKnowAsync(items, actor, cancellationToken);
        var late = view == AgendaView.ToConfirm ? [] : items.Where(item => item.DueOn < today).ToList();
        var people = actor.Role == Role.Manager && view is AgendaView.Today or AgendaView.Overdue
            ? await sources.LateOfPeopleAsync(actor, today.AddDays(-DaysUntilManager), cancellationToken) : [];
        return new Agenda(today, counts, late, [.. items.Except(late)], people);
    }

    /// <summary>Drops the number to dial where the customer's file is not wholly his to see; his own customers need no asking.</summary>
    private async Task<IReadOnlyList<AgendaItem>> WithNumbersHeMayKnowAsync(IReadOnlyList<AgendaItem> items, Actor actor, CancellationToken cancellationToken)
    {
        var asked = items.Where(item => item.Kind != AgendaKind.NextStep && item.LeadId is null && item.Dial is not null).Select(item => item.CustomerId).Distinct().ToList();
        if (asked.Count == 0)
        {
            return items;
        }

        var known = await db.CustomersWhollySeenBy(actor).Where(customer => asked.Contains(customer.Id)).Select(customer => customer.Id).ToHashSetAsync(cancellationToken);
        return [.. items.Select(item => item.Kind == AgendaKind.NextStep || item.LeadId is not null || known.Contains(item.CustomerId) ? item : item with { Phone = null })];
    }

    /// <summary>All tabs in one command; for the dashboard too, so that it says what the tabs say.</summary>
    public async Task<AgendaCounts> CountAsync(Actor actor, CancellationToken cancellationToken)
    {
        var today = clock.Today;
        var (me, week) = (actor.UserId, CompanyClock.WeekOf(today).Last);
        var closed = db.ClosedTo(actor);
        var steps = db.Customers.Where(c => c.OwnerId == me && c.ArchivedAt == null && c.NextFollowUpOn != null).Select(c => c.DueKey);
        var handlings = db.Visits.Where(v => v.VisitorId == me && v.OpenDueKey != null && !closed.Contains(v.CustomerId)).Select(v => v.OpenDueKey!.Value);
        var tasks = db.FollowUpTasks.Where(t => t.AssigneeId == me && t.DoneAt == null && !closed.Contains(t.CustomerId)).Select(t => t.DueOn);
        var milestones = db.Milestones
            .Where(m => m.Opportunity!.OwnerId == me && m.Opportunity.Status == OpportunityStatus.Open && m.Opportunity.ArchivedAt == null && m.DoneAt == null && m.On != null && !closed.Contains(m.Opportunity.CustomerId))
            .Select(m => m.On!.Value);
        var leads = db.Leads.Where(l => l.OwnerId == me && l.Status <= LeadStatus.Qualified && l.NextFollowUpOn != null).Select(l => l.NextFollowUpOn!.Value);
        var trials = db.TrialsToEndBy(me).Select(t => t.EndOn);
        var upgrades = (await sources.UpgradeStepsAsync(me, cancellationToken)).Select(s => s.DueOn);
        return await db.Users.AsNoTracking().Where(user => user.Id == me)
            .Select(_ => new AgendaCounts(
                steps.Count(on => on == today) + handlings.Count(on => on == today) + tasks.Count(on => on == today) + milestones.Count(on => on == today)
                    + leads.Count(on => on == today) + trials.Count(on => on == today) + upgrades.Count(on => on == today),
                steps.Count(on => on < today) + handlings.Count(on => on < today) + tasks.Count(on => on < today) + milestones.Count(on => on < today)
                    + leads.Count(on => on < today) + trials.Count(on => on < today) + upgrades.Count(on => on < today),
                handlings.Count(),
                steps.Count(on => on >= today && on <= week) + handlings.Count(on => on >= today && on <= week)
                    + tasks.Count(on => on >= today && on <= week) + milestones.Count(on => on >= today && on <= week)
                    + leads.Count(on => on >= today && on <= week) + trials.Count(on => on >= today && on <= week) + upgrades.Count(on => on >= today && on <= week)))
            .SingleOrDefaultAsync(cancellationToken) ?? new AgendaCounts(0, 0, 0, 0);
    }
}
