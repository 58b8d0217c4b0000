using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;

namespace SalesCrm.Application.Customers.Confidential;

/// <summary>Tells a closed door from a missing one: whoever asks for a confidential customer by its address learns that he has no right, and nothing else.</summary>
public sealed class ConfidentialDoor(CrmDbContext db)
{
    public Task<bool> IsClosedAsync(long customerId, Actor actor, CancellationToken cancellationToken)
        => db.ClosedTo(actor).AnyAsync(id => id == customerId, cancellationToken);
}
