using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;

namespace SalesCrm.Application.Customers.Events;

/// <summary>A customer's dated events, newest first.</summary>
public sealed class CustomerEventList(CrmDbContext db)
{
    public sealed record EventRow(long Id, DateOnly On, string Text, string? By, bool MayRemove);

    public sealed record Events(string Customer, bool IsConfidential, bool MayAdd, IReadOnlyList<EventRow> Rows);

    /// <summary>Null where the actor may not see the customer.</summary>
    public async Task<Events?> ReadAsync(long customerId, Actor actor, CancellationToken cancellationToken)
    {
        var worked = db.CustomersWorkedBy(actor.ForOne);
        var customer = await db.CustomersOf(actor).AsNoTracking().Where(c => c.Id == customerId)
            .Select(c => new { c.Name, IsConfidential = c.ConfidentialAt != null, MayAdd = worked.Any(one => one.Id == c.Id) }).SingleOrDefaultAsync(cancellationToken);
        if (customer is null)
        {
            return null;
        }

        var changed = db.CustomerEventsChangedBy(actor).Select(happening => happening.Id);
        var rows = await db.CustomerEventsOf(actor).AsNoTracking().Where(e => e.CustomerId == customerId)
            .OrderByDescending(e => e.On).ThenByDescending(e => e.Id).Take(200)
            .Select(e => new EventRow(e.Id, e.On, e.Text, db.Users.Where(user => user.Id == e.CreatedById).Select(user => user.DisplayName).FirstOrDefault(), changed.Contains(e.Id)))
            .ToListAsync(cancellationToken);
        return new Events(customer.Name, customer.IsConfidential, customer.MayAdd, rows);
    }
}
