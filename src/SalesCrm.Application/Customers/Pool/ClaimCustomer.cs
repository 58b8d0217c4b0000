using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Time;
using SalesCrm.Application.Users;

namespace SalesCrm.Application.Customers.Pool;

/// <summary>
/// Takes a customer out of the public pool for oneself. Who comes first has him: owner and limits are looked at inside the write transaction, the
/// person's claims come one after the other, and so do the claims of one customer.
/// </summary>
public sealed class ClaimCustomer(CrmDbContext db, CompanyClock clock)
{
    /// <summary>So long somebody may have the list open in which the customer stood.</summary>
    private static readonly TimeSpan Shown = TimeSpan.FromMinutes(30);

    public async Task<Outcome> ExecuteAsync(long id, Actor actor, CancellationToken cancellationToken)
    {
        if (actor.Role is not (Role.Rep or Role.Manager))
        {
            return Outcome.Forbidden("只有销售和经理可以领取公海客户");
        }

        try
        {
            return await db.InTransactionAsync(actor, token => ClaimAsync(id, actor, token), cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Outcome.Conflict(Gone);
        }
    }

    internal static Text Gone { get; } = "手慢了，这家客户刚被别人领走";

    private async Task<Outcome> ClaimAsync(long id, Actor actor, CancellationToken cancellationToken)
    {
        await db.HoldPersonAsync(actor.UserId, cancellationToken);
        await db.HoldCustomersAsync([id], cancellationToken);
        var rules = await PoolRules.ReadAsync(db, clock, cancellationToken);
        var customer = await db.PoolOf(actor).SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
        if (customer is null)
        {
            // That it is somebody's is no secret while lists may still show it; later it is a customer like any other that he may not see.
            var shown = db.Now - Shown;
            return await db.PoolMoves.AnyAsync(move => move.CustomerId == id && move.ToId != null && move.At >= shown && db.Customers.Any(row => row.Id == id && row.ConfidentialAt == null), cancellationToken) ? Outcome.Conflict(Gone) : Outcome.NotFound();
        }

        if (customer.FormerOwnerId == actor.UserId && customer.HeldSince > db.Now.AddDays(-rules.ReclaimAfterDays))
        {
            return Outcome.Invalid("", new Text("客户移入公海后，原跟进人 {0} 天内不能领回", rules.ReclaimAfterDays));
        }

        var today = clock.StartOf(clock.Today);
        if (await db.PoolMoves.CountAsync(move => move.ToId == actor.UserId && move.Kind == PoolMoveKind.Claimed && move.At >= today, cancellationToken) >= rules.ClaimsPerDay)
        {
            return Outcome.Invalid("", new Text("今天已领取 {0} 家，达到每日上限，请明天再来", rules.ClaimsPerDay));
        }

        if (await HeldAsync(db, actor.UserId, cancellationToken) >= rules.MostHeld)
        {
            return Outcome.Invalid("", new Text("您名下已有 {0} 家客户，达到上限，请先释放一些", rules.MostHeld));
        }

        PoolChange.Take(db, customer, actor.UserId, PoolMoveKind.Claimed);
        return Outcome.Done();
    }

    /// <summary>How many customers a person holds.</summary>
    internal static Task<int> HeldAsync(CrmDbContext db, long userId, CancellationToken cancellationToken)
        => db.Customers.CountAsync(customer => customer.OwnerId == userId && customer.ArchivedAt == null, cancellationToken);
}
