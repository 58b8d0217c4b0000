using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Database;
using SalesCrm.Application.Grading;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Users;
using SalesCrm.Application.Users.Teams;

namespace SalesCrm.Application.Visits;

/// <summary>What the form for a follow-up needs to know about its customer: choices, and what is planned now.</summary>
public sealed class VisitForm(CrmDbContext db)
{
    public sealed record Choice(long Id, string Name);

    public sealed record TaskChoice(long Id, FollowUpTaskKind Kind, DateOnly DueOn, string? Opportunity);

    /// <param name="Id">The customer.</param>
    /// <param name="Name">His name.</param>
    /// <param name="IsConfidential">His file is confidential.</param>
    /// <param name="Grade">His grade.</param>
    /// <param name="NextOn">The next step as it is planned now.</param>
    /// <param name="NextText">What is planned.</param>
    /// <param name="Version">The customer's version, for planning without a follow-up.</param>
    /// <param name="Contacts">Primary first.</param>
    /// <param name="Opportunities">Those on the way and won ones in after-sales.</param>
    /// <param name="Tasks">Open tasks that a follow-up may do.</param>
    /// <param name="Visitors">Whom the actor may name as visitor; only himself for a rep.</param>
    public sealed record Choices(
        long Id, string Name, bool IsConfidential, Grade Grade, DateOnly? NextOn, string? NextText, Guid Version,
        IReadOnlyList<Choice> Contacts, IReadOnlyList<Choice> Opportunities, IReadOnlyList<TaskChoice> Tasks, IReadOnlyList<Choice> Visitors);

    /// <summary>Null where the actor may not work on this customer. <paramref name="kept"/> is an opportunity to offer although it is closed.</summary>
    public async Task<Choices?> ReadAsync(long customerId, long? kept, Actor actor, CancellationToken cancellationToken)
    {
        actor = actor.ForOne;
        var customer = await db.CustomersWorkedBy(actor).AsNoTracking().Where(c => c.Id == customerId)
            .Select(c => new { c.Id, c.Name, IsConfidential = c.ConfidentialAt != null, c.Grade, c.NextFollowUpOn, c.NextFollowUpText, c.Version })
            .SingleOrDefaultAsync(cancellationToken);
        if (customer is null)
        {
            return null;
        }

        var contacts = await db.Contacts.AsNoTracking().Where(c => c.CustomerId == customerId && c.ArchivedAt == null)
            .OrderByDescending(c => c.IsPrimary).ThenBy(c => c.Id).Take(50)
            .Select(c => new Choice(c.Id, c.Title == null ? c.Name : c.Name + " · " + c.Title)).ToListAsync(cancellationToken);
        var opportunities = await db.OpportunitiesOf(actor).AsNoTracking()
            .Where(o => o.CustomerId == customerId && ((o.ArchivedAt == null && (o.Status == OpportunityStatus.Open || o.Stage == StageCode.AfterSales)) || o.Id == kept))
            .OrderByDescending(o => o.Id).Take(50)
            .Select(o => new Choice(o.Id, o.Name + " · " + o.Number)).ToListAsync(cancellationToken);
        var tasks = await db.TasksOpenTo(actor).AsNoTracking().Where(t => t.CustomerId == customerId)
            .OrderBy(t => t.DueOn).Take(20)
            .Select(t => new TaskChoice(t.Id, t.Kind, t.DueOn, t.Opportunity!.Name)).ToListAsync(cancellationToken);
        return new Choices(
            customer.Id, customer.Name, customer.IsConfidential, customer.Grade, customer.NextFollowUpOn, customer.NextFollowUpText, customer.Version,
            contacts, opportunities, tasks, await VisitorsAsync(actor, cancellationToken));
    }

    private async Task<IReadOnlyList<Choice>> VisitorsAsync(Actor actor, CancellationToken cancellationToken)
        => actor.Role is not (Role.Manager or Role.Admin)
            ? [new Choice(actor.UserId, actor.Name)]
            : await db.UsersOf(actor).AsNoTracking().Where(user => user.IsActive)
                .OrderByDescending(user => user.Id == actor.UserId).ThenBy(user => user.DisplayName).Take(300)
                .Select(user => new Choice(user.Id, user.DisplayName)).ToListAsync(cancellationToken);
}
