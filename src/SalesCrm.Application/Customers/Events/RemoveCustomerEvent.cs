using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;

namespace SalesCrm.Application.Customers.Events;

/// <summary>Takes an event out of a customer's file; the audit trail keeps its words.</summary>
public sealed class RemoveCustomerEvent(CrmDbContext db)
{
    public async Task<Outcome> ExecuteAsync(long customerId, long id, Actor actor, CancellationToken cancellationToken)
    {
        var happening = await db.CustomerEventsChangedBy(actor).SingleOrDefaultAsync(e => e.Id == id && e.CustomerId == customerId, cancellationToken);
        if (happening is null)
        {
            return Outcome.NotFound();
        }

        db.Remove(happening);
        await db.SaveAsync(actor, cancellationToken);
        return Outcome.Done();
    }
}
