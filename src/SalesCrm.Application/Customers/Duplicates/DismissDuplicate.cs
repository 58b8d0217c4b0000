using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;

namespace SalesCrm.Application.Customers.Duplicates;

/// <summary>Notes that two files are two customers, so that they are not proposed again.</summary>
public sealed class DismissDuplicate(CrmDbContext db)
{
    public Task<Outcome> ExecuteAsync(long oneId, long otherId, Actor actor, CancellationToken cancellationToken)
        => db.InTransactionAsync(actor, token => DismissAsync(Math.Min(oneId, otherId), Math.Max(oneId, otherId), actor, token), cancellationToken);

    private async Task<Outcome> DismissAsync(long firstId, long secondId, Actor actor, CancellationToken cancellationToken)
    {
        if (await db.CustomersEditedBy(actor.ForOne).CountAsync(row => row.Id == firstId || row.Id == secondId, cancellationToken) != 2)
        {
            return Outcome.NotFound();
        }

        if (!await db.DuplicateDismissals.AnyAsync(row => row.FirstId == firstId && row.SecondId == secondId, cancellationToken))
        {
            db.DuplicateDismissals.Add(new DuplicateDismissal { FirstId = firstId, SecondId = secondId, ById = actor.UserId, At = db.Now });
        }

        await db.DuplicateCandidates.Where(row => row.FirstId == firstId && row.SecondId == secondId).ExecuteDeleteAsync(cancellationToken);
        return Outcome.Done();
    }
}
