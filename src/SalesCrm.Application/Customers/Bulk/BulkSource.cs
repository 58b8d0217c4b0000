using SalesCrm.Application.Customers.Pool;
using SalesCrm.Application.Database;
using SalesCrm.Application.Fields;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Application.Customers.Bulk;

/// <summary>Which customers a bulk act means, and which of them it leaves alone.</summary>
internal static class BulkSource
{
    /// <summary>Those that were picked, or all that a list shows.</summary>
    public static async Task<IQueryable<Customer>> OfAsync(CrmDbContext db, ChangeCustomers.Input input, Actor actor, CompanyClock clock, CancellationToken cancellationToken)
    {
        if (input.Filter is not { } filter)
        {
            return db.CustomersOf(actor).Where(customer => input.Ids.Contains(customer.Id));
        }

        var fields = await db.FieldsAsync(FieldSubject.Customer, actor, cancellationToken);
        return filter.Apply(db, actor, clock).Narrowed(filter.Fields?.Resolve(db, fields) ?? []);
    }

    /// <summary>A condition that falls away would make the act reach further than the list that was meant.</summary>
    public static async Task<bool> IgnoresAsync(CrmDbContext db, ChangeCustomers.Input input, Actor actor, CancellationToken cancellationToken)
        => !CustomerRules.All.Reads(input.Filter?.Conditions)
            || (input.Filter?.Fields is { } own && own.Resolve(db, await db.FieldsAsync(FieldSubject.Customer, actor, cancellationToken)).Count < own.Conditions.Count);

    /// <summary>Those to whom he may do it. Files that were merged into another are among them and stay as they are.</summary>
    public static IQueryable<Customer> Reachable(CrmDbContext db, BulkChange change, Actor actor) => change == BulkChange.Release ? db.CustomersHeldBy(actor) : db.CustomersEditedOrMergedBy(actor);

    /// <summary>Those that stay because of their open opportunities.</summary>
    public static IQueryable<long> Busy(CrmDbContext db, BulkChange change)
    {
        var leaves = change is BulkChange.Archive or BulkChange.Release;
        return db.Opportunities.Where(row => leaves && row.Status == OpportunityStatus.Open && row.ArchivedAt == null).Select(row => row.CustomerId);
    }
}
