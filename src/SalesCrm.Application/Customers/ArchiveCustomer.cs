using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Application.Customers;

/// <summary>Takes a customer out of the daily lists, or brings him back. Nothing is lost either way.</summary>
public sealed class ArchiveCustomer(CrmDbContext db, CompanyClock clock)
{
    public async Task<Outcome> ExecuteAsync(long id, bool archive, Actor actor, CancellationToken cancellationToken)
    {
        var customer = await db.CustomersEditedOrMergedBy(actor).SingleOrDefaultAsync(c => c.Id == id, cancellationToken);
        if (customer is null)
        {
            return Outcome.NotFound();
        }

        if (!archive && customer.MergedIntoId is not null)
        {
            return Outcome.Invalid("", "这份档案已合并到另一份，要恢复请撤销那次合并");
        }

        if (archive && await db.Opportunities.AnyAsync(o => o.CustomerId == id && o.Status == OpportunityStatus.Open && o.ArchivedAt == null, cancellationToken))
        {
            return Outcome.Invalid("", "这位客户还有进行中的商机，请先关闭商机再归档");
        }

        if (archive)
        {
            customer.Archive(clock.UtcNow);
        }
        else
        {
            customer.Restore();
        }

        await db.SaveAsync(actor, cancellationToken);
        return Outcome.Done();
    }
}
