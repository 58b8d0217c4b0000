using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Users;

namespace SalesCrm.Application.Customers;

/// <summary>Gives a customer to another owner. Managers do it for their people, the admin for all.</summary>
public sealed class AssignCustomer(CrmDbContext db)
{
    public async Task<Outcome> ExecuteAsync(long id, long ownerId, Actor actor, CancellationToken cancellationToken)
    {
        var customer = await db.CustomersEditedBy(actor).SingleOrDefaultAsync(c => c.Id == id, cancellationToken);
        if (customer is null)
        {
            return Outcome.NotFound();
        }

        if (actor.Role is not (Role.Manager or Role.Admin))
        {
            return Outcome.Forbidden("只有经理和管理员可以改派客户");
        }

        if (await CustomerFile.OwnerProblemAsync(db, customer.OwnerId, ownerId, actor, cancellationToken) is { } problem)
        {
            return Outcome.Invalid("OwnerId", problem);
        }

        customer.AssignTo(ownerId);
        await db.SaveAsync(actor, cancellationToken);
        return Outcome.Done();
    }
}
