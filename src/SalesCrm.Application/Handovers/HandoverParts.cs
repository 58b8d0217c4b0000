using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Database;
using SalesCrm.Application.Leads;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Visits;

namespace SalesCrm.Application.Handovers;

/// <summary>The parts of a handover as queries. What the giver does not hold any more is in no part, and what he got since the division only where it hangs on a customer of one.</summary>
internal sealed class HandoverParts(CrmDbContext db, long handoverId, long fromId)
{
    public IQueryable<Customer> Customers => PersonHoldings.CustomersOf(db, fromId);

    /// <summary>Customers that are in nobody's part.</summary>
    public IQueryable<Customer> FreeCustomers => Customers.Where(row => !Items(HandoverKind.Customer).Any(item => item.RecordId == row.Id));

    /// <summary>Opportunities, tasks and leads that hang on none of his customers and are in nobody's part.</summary>
    public IQueryable<Opportunity> FreeOpportunities => Loose(PersonHoldings.OpportunitiesOf(db, fromId)).Where(row => !Items(HandoverKind.Opportunity).Any(item => item.RecordId == row.Id));

    public IQueryable<FollowUpTask> FreeTasks => Loose(PersonHoldings.TasksOf(db, fromId)).Where(row => !Items(HandoverKind.Task).Any(item => item.RecordId == row.Id));

    public IQueryable<Lead> FreeLeads => PersonHoldings.LeadsOf(db, fromId).Where(row => !Items(HandoverKind.Lead).Any(item => item.RecordId == row.Id));

    /// <summary>Something is in nobody's part.</summary>
    public async Task<bool> HasRestAsync(CancellationToken cancellationToken)
        => await FreeCustomers.AnyAsync(cancellationToken) || await FreeLeads.AnyAsync(cancellationToken) || await FreeOpportunities.AnyAsync(cancellationToken) || await FreeTasks.AnyAsync(cancellationToken);

    public IQueryable<HandoverItem> Items(HandoverKind kind) => db.HandoverItems.Where(item => item.HandoverId == handoverId && item.Kind == kind);

    /// <summary>How much is in each receiver's part as things stand, by the receiver's user.</summary>
    public async Task<IReadOnlyDictionary<long, PersonHoldings.Count>> CountAsync(CancellationToken cancellationToken)
    {
        var (opportunities, tasks, leads) = (PersonHoldings.OpportunitiesOf(db, fromId), PersonHoldings.TasksOf(db, fromId), PersonHoldings.LeadsOf(db, fromId));
        var parts = new[]
        {
            await TallyAsync(Customers, row => row.Id, HandoverKind.Customer),
            await TallyAsync(opportunities, row => row.CustomerId, HandoverKind.Customer),
            await TallyAsync(opportunities, row => row.Id, HandoverKind.Opportunity),
            await TallyAsync(tasks, row => row.CustomerId, HandoverKind.Customer),
            await TallyAsync(tasks, row => row.Id, HandoverKind.Task),
            await TallyAsync(leads, row => row.Id, HandoverKind.Lead),
        };
        return parts.SelectMany(part => part.Keys).Distinct().ToDictionary(id => id, id => new PersonHoldings.Count(
            parts[0].GetValueOrDefault(id), parts[1].GetValueOrDefault(id) + parts[2].GetValueOrDefault(id), parts[3].GetValueOrDefault(id) + parts[4].GetValueOrDefault(id), parts[5].GetValueOrDefault(id)));

        Task<Dictionary<long, int>> TallyAsync<T>(IQueryable<T> rows, System.Linq.Expressions.Expression<Func<T, long>> key, HandoverKind kind)
            => PersonHoldings.TallyAsync(rows.Join(Items(kind), key, item => item.RecordId, (row, item) => item.Receiver!.UserId), cancellationToken);
    }

    private IQueryable<Opportunity> Loose(IQueryable<Opportunity> rows) => rows.Where(row => !Customers.Any(customer => customer.Id == row.CustomerId));

    private IQueryable<FollowUpTask> Loose(IQueryable<FollowUpTask> rows) => rows.Where(row => !Customers.Any(customer => customer.Id == row.CustomerId));
}
