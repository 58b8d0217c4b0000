using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Areas;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Customers.Confidential;
using SalesCrm.Application.Database;
using SalesCrm.Application.Grading;
using SalesCrm.Application.Leads;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Trials;
using SalesCrm.Application.Upgrades;
using SalesCrm.Application.Users.Teams;
using SalesCrm.Application.Visits;

namespace SalesCrm.Application.MyDay;

/// <summary>Where an agenda's items come from: one command for each kind, the earliest first.</summary>
public sealed class AgendaSources(CrmDbContext db, AreaSwitches areas)
{
    private const int MostOfPeople = 30;

    private static readonly Expression<Func<Customer, AgendaItem>> Step = c => new AgendaItem(
        AgendaKind.NextStep, c.Id, c.Id, c.Name, c.Grade, c.NextFollowUpText, c.NextFollowUpOn,
        c.Contacts.Where(p => p.ArchivedAt == null).OrderByDescending(p => p.IsPrimary).Select(p => p.Name).FirstOrDefault(),
        c.Contacts.Where(p => p.ArchivedAt == null).OrderByDescending(p => p.IsPrimary).Select(p => p.Title).FirstOrDefault(),
        c.Contacts.Where(p => p.ArchivedAt == null).OrderByDescending(p => p.IsPrimary).Select(p => p.Mobile ?? p.Phone).FirstOrDefault(),
        null, c.Owner!.DisplayName)
    { IsConfidential = c.ConfidentialAt != null };

    private static readonly Expression<Func<Visit, AgendaItem>> Handling = v => new AgendaItem(
        AgendaKind.Handling, v.Id, v.CustomerId, v.Customer!.Name, v.Customer.Grade, v.Handling, v.DueOn,
        v.Contact!.Name ?? v.Customer.Contacts.Where(p => p.ArchivedAt == null).OrderByDescending(p => p.IsPrimary).Select(p => p.Name).FirstOrDefault(),
        v.Contact.Title,
        v.Contact.Mobile ?? v.Contact.Phone ?? v.Customer.Contacts.Where(p => p.ArchivedAt == null).OrderByDescending(p => p.IsPrimary).Select(p => p.Mobile ?? p.Phone).FirstOrDefault(),
        v.OpportunityId, v.Visitor!.DisplayName)
    { IsConfidential = v.Customer.ConfidentialAt != null };

    /// <summary>Everything that one person has to do from one day to another, the earliest first.</summary>
    internal async Task<IReadOnlyList<AgendaItem>> AllAsync(long userId, DateOnly first, DateOnly last, CancellationToken cancellationToken)
    {
        var items = new List<AgendaItem>();
        var closed = db.ClosedTo(userId);
        items.AddRange(await db.Customers.AsNoTracking()
            .Where(c => c.OwnerId == userId && c.ArchivedAt == null && c.DueKey >= first && c.DueKey <= last && c.NextFollowUpOn != null)
            .OrderBy(c => c.DueKey).ThenBy(c => c.Id).Take(DayAgenda.Most).Select(Step).ToListAsync(cancellationToken));
        items.AddRange(await HandlingsAsync(userId, first, last, cancellationToken));
        items.AddRange(await db.FollowUpTasks.AsNoTracking()
            .Where(t => t.AssigneeId == userId && t.DoneAt == null && t.DueOn >= first && t.DueOn <= last && !closed.Contains(t.CustomerId))
            .OrderBy(t => t.DueOn).ThenBy(t => t.Id).Take(DayAgenda.Most)
            .Select(t => new AgendaItem(
                AgendaKind.AfterSales, t.Id, t.CustomerId, t.Customer!.Name, t.Customer.Grade, t.Opportunity!.Name, t.DueOn,
                t.Customer.Contacts.Where(p => p.ArchivedAt == null).OrderByDescending(p => p.IsPrimary).Select(p => p.Name).FirstOrDefault(),
                t.Customer.Contacts.Where(p => p.ArchivedAt == null).OrderByDescending(p => p.IsPrimary).Select(p => p.Title).FirstOrDefault(),
                t.Customer.Contacts.Where(p => p.ArchivedAt == null).OrderByDescending(p => p.IsPrimary).Select(p => p.Mobile ?? p.Phone).FirstOrDefault(),
                t.OpportunityId, t.Assignee!.DisplayName)
            { IsConfidential = t.Customer.ConfidentialAt != null })
            .ToListAsync(cancellationToken));
        items.AddRange(await db.Milestones.AsNoTracking()
            .Where(m => m.Opportunity!.OwnerId == userId && m.Opportunity.Status == OpportunityStatus.Open && m.Opportunity.ArchivedAt == null && m.DoneAt == null && m.On >= first && m.On <= last && !closed.Contains(m.Opportunity.CustomerId))
            .OrderBy(m => m.On).ThenBy(m => m.Id).Take(DayAgenda.Most)
            .Select(m => new AgendaItem(
                AgendaKind.Milestone, m.Id, m.Opportunity!.CustomerId, m.Opportunity.Customer!.Name, m.Opportunity.Customer.Grade, m.Text, m.On,
                m.Opportunity.Customer.Contacts.Where(p => p.ArchivedAt == null).OrderByDescending(p => p.IsPrimary).Select(p => p.Name).FirstOrDefault(),
                m.Opportunity.Customer.Contacts.Where(p => p.ArchivedAt == null).OrderByDescending(p => p.IsPrimary).Select(p => p.Title).FirstOrDefault(),
                m.Opportunity.Customer.Contacts.Where(p => p.ArchivedAt == null).OrderByDescending(p => p.IsPrimary).Select(p => p.Mobile ?? p.Phone).FirstOrDefault(),
                m.OpportunityId, m.Opportunity.Owner!.DisplayName)
            { IsConfidential = m.Opportunity.Customer.ConfidentialAt != null })
            .ToListAsync(cancellationToken));
        items.AddRange(await LeadItemsAsync(userId, first, last, cancellationToken));
        items.AddRange(await UpgradesAsync(userId, first, last, cancellationToken));
        return [.. items.OrderBy(item => item.DueOn).ThenBy(item => item.Grade).ThenBy(item => item.Kind).ThenBy(item => item.Id)];
    }

    /// <summary>Open steps of one person's upgrade programmes; none while the area is off.</summary>
    internal async Task<IQueryable<UpgradeStep>> UpgradeStepsAsync(long userId, CancellationToken cancellationToken)
    {
        var isOn = !(await areas.ReadAsync(cancellationToken)).Has(Area.Upgrades);
        return db.UpgradeStepsOf(userId).Where(step => isOn);
    }

    private async Task<IEnumerable<AgendaItem>> UpgradesAsync(long userId, DateOnly first, DateOnly last, CancellationToken cancellationToken)
        => await (await UpgradeStepsAsync(userId, cancellationToken)).AsNoTracking()
            .Where(s => s.DueOn >= first && s.DueOn <= last)
            .OrderBy(s => s.DueOn).ThenBy(s => s.Id).Take(DayAgenda.Most)
            .Select(s => new AgendaItem(
                AgendaKind.Upgrade, s.Id, s.CustomerId, s.Customer!.Name, s.Customer.Grade, s.Note, s.DueOn,
                s.Customer.Contacts.Where(p => p.ArchivedAt == null).OrderByDescending(p => p.IsPrimary).Select(p => p.Name).FirstOrDefault(),
                s.Customer.Contacts.Where(p => p.ArchivedAt == null).OrderByDescending(p => p.IsPrimary).Select(p => p.Title).FirstOrDefault(),
                s.Customer.Contacts.Where(p => p.ArchivedAt == null).OrderByDescending(p => p.IsPrimary).Select(p => p.Mobile ?? p.Phone).FirstOrDefault(),
                null, s.Customer.Owner!.DisplayName)
            { Upgrade = new UpgradeTurn(s.Step, s.ProgrammeId, s.Version) })
            .ToListAsync(cancellationToken);

    /// <summary>Next steps of his open leads, and trials that end.</summary>
    private async Task<IEnumerable<AgendaItem>> LeadItemsAsync(long userId, DateOnly first, DateOnly last, CancellationToken cancellationToken)
    {
        var steps = await db.Leads.AsNoTracking()
            .Where(l => l.OwnerId == userId && l.Status <= LeadStatus.Qualified && l.NextFollowUpOn >= first && l.NextFollowUpOn <= last)
            .OrderBy(l => l.NextFollowUpOn).ThenBy(l => l.Id).Take(DayAgenda.Most)
            .Select(l => new AgendaItem(AgendaKind.LeadStep, l.Id, 0, l.Company, Grade.D, l.NextFollowUpText, l.NextFollowUpOn, l.Person, l.Title, l.Phone, null, l.Owner!.DisplayName) { LeadId = l.Id })
            .ToListAsync(cancellationToken);
        var trials = await db.TrialsToEndBy(userId).AsNoTracking()
            .Where(t => t.EndOn >= first && t.EndOn <= last)
            .OrderBy(t => t.EndOn).ThenBy(t => t.Id).Take(DayAgenda.Most)
            .Select(t => new AgendaItem(
                AgendaKind.TrialEnd, t.Id, t.CustomerId ?? 0, t.Lead!.Company ?? t.Customer!.Name, t.Customer == null ? Grade.D : t.Customer.Grade, t.What, t.EndOn, t.Lead.Person, t.Lead.Title, t.Lead.Phone, null, null)
            { LeadId = t.LeadId, IsConfidential = t.Customer != null && t.Customer.ConfidentialAt != null })
            .ToListAsync(cancellationToken);
        return steps.Concat(trials);
    }

    /// <summary>One person's measures that wait for their result.</summary>
    internal async Task<IReadOnlyList<AgendaItem>> HandlingsAsync(long userId, DateOnly first, DateOnly last, CancellationToken cancellationToken)
    {
        var closed = db.ClosedTo(userId);
        return await db.Visits.AsNoTracking()
            .Where(v => v.VisitorId == userId && v.OpenDueKey >= first && v.OpenDueKey <= last && !closed.Contains(v.CustomerId))
            .OrderBy(v => v.OpenDueKey).ThenBy(v => v.Id).Take(DayAgenda.Most).Select(Handling).ToListAsync(cancellationToken);
    }

    /// <summary>What the people of a manager should have done by <paramref name="last"/>, the oldest first.</summary>
    internal async Task<IReadOnlyList<AgendaItem>> LateOfPeopleAsync(Actor actor, DateOnly last, CancellationToken cancellationToken)
    {
        var people = db.ReachOf(actor).Where(id => id != actor.UserId);
        var steps = await db.CustomersOf(actor).AsNoTracking()
            .Where(c => people.Contains(c.OwnerId!.Value) && c.ArchivedAt == null && c.DueKey <= last)
            .OrderBy(c => c.DueKey).ThenBy(c => c.Id).Take(MostOfPeople).Select(Step).ToListAsync(cancellationToken);
        var handlings = await db.VisitsOf(actor).AsNoTracking()
            .Where(v => people.Contains(v.VisitorId) && v.OpenDueKey <= last)
            .OrderBy(v => v.OpenDueKey).ThenBy(v => v.Id).Take(MostOfPeople).Select(Handling).ToListAsync(cancellationToken);
        return [.. steps.Concat(handlings).OrderBy(item => item.DueOn).ThenBy(item => item.Id).Take(MostOfPeople)];
    }
}
