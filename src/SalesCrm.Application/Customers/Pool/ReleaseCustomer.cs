using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Texts;

namespace SalesCrm.Application.Customers.Pool;

/// <summary>Puts a customer into the public pool by hand: his owner or whoever leads him, with a reason.</summary>
public sealed class ReleaseCustomer(CrmDbContext db)
{
    public const int LongestReason = 200;

    public sealed record Input
    {
        public string? Reason { get; set; }
    }

    /// <returns>The act, for undoing it.</returns>
    public async Task<Outcome<long>> ExecuteAsync(long id, Input input, Actor actor, CancellationToken cancellationToken)
    {
        if (CleanText.Line(input.Reason) is not { Length: <= LongestReason } reason)
        {
            return Outcome<long>.Invalid(nameof(input.Reason), "请写明原因，不超过 200 字");
        }

        try
        {
            return await db.InTransactionAsync(actor, token => ReleaseAsync(id, reason, actor, token), cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Outcome<long>.Conflict("这家客户刚被别人修改，请重新打开");
        }
    }

    private async Task<Outcome<long>> ReleaseAsync(long id, string reason, Actor actor, CancellationToken cancellationToken)
    {
        await db.HoldCustomersAsync([id], cancellationToken);
        var customer = await db.CustomersHeldBy(actor).SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
        if (customer is null)
        {
            return Outcome<long>.NotFound();
        }

        if (await db.Opportunities.AnyAsync(row => row.CustomerId == id && row.Status == OpportunityStatus.Open && row.ArchivedAt == null, cancellationToken))
        {
            return Outcome<long>.Invalid("", "这位客户还有进行中的商机，不能移入公海");
        }

        PoolChange.Release(db, customer, null, reason);
        var act = db.Name(ActKind.Release, new Shared.Localization.Text("{0}", customer.Name), 1);
        await db.SaveChangesAsync(cancellationToken);
        return act?.Id ?? 0;
    }
}
