using SalesCrm.Application.Database;
using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Application.Customers.Pool;

/// <summary>The two ways through the pool's gate; each leaves a line for the timeline. Inside a transaction.</summary>
internal static class PoolChange
{
    /// <param name="db">The context.</param>
    /// <param name="customer">Who goes into the pool.</param>
    /// <param name="rule">The rule by which he falls; null when a person does it.</param>
    /// <param name="reason">In that person's words.</param>
    public static void Release(CrmDbContext db, Customer customer, Text? rule, string? reason)
    {
        db.PoolMoves.Add(new PoolMove
        {
            CustomerId = customer.Id,
            Kind = rule is null ? PoolMoveKind.Released : PoolMoveKind.Fell,
            At = db.Now,
            FromId = customer.OwnerId,
            ById = ById(db),
            Rule = rule is { } words ? StoredText.Write(words) : null,
            Reason = reason,
            OperationId = db.OperationId,
        });
        customer.AssignTo(null);
    }

    public static void Take(CrmDbContext db, Customer customer, long ownerId, PoolMoveKind kind)
    {
        db.PoolMoves.Add(new PoolMove
        {
            CustomerId = customer.Id,
            Kind = kind,
            At = db.Now,
            FromId = customer.FormerOwnerId,
            ToId = ownerId,
            ById = ById(db),
            OperationId = db.OperationId,
        });
        customer.AssignTo(ownerId);
    }

    private static long? ById(CrmDbContext db) => db.Saver is { UserId: > 0 } saver ? saver.UserId : null;
}
