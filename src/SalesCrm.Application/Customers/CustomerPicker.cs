using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Search;
using SalesCrm.Application.Shared;

namespace SalesCrm.Application.Customers;

/// <summary>Customers to choose from while typing.</summary>
public sealed class CustomerPicker(CrmDbContext db)
{
    public sealed record Choice(long Id, string Name, string Number);

    /// <summary>At most ten customers on which the actor may work whose name contains what was typed.</summary>
    public async Task<IReadOnlyList<Choice>> FindAsync(string? typed, Actor actor, CancellationToken cancellationToken)
        => await db.CustomersWorkedBy(actor).AsNoTracking()
            .Where(customer => customer.ArchivedAt == null)
            .Matching(db, SearchKind.Customer, typed)
            .Ranked(SearchKind.Customer, typed).ThenByDescending(customer => customer.LastFollowUpAt).ThenBy(customer => customer.Id)
            .Take(10)
            .Select(customer => new Choice(customer.Id, customer.Name, customer.Number))
            .ToListAsync(cancellationToken);

    /// <summary>One customer on which the actor may work; null where he may not.</summary>
    public async Task<Choice?> FindAsync(long id, Actor actor, CancellationToken cancellationToken)
        => await db.CustomersWorkedBy(actor).AsNoTracking()
            .Where(customer => customer.Id == id)
            .Select(customer => new Choice(customer.Id, customer.Name, customer.Number))
            .SingleOrDefaultAsync(cancellationToken);
}
