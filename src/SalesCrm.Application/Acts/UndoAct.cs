using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers.Pool;
using SalesCrm.Application.Database;
using SalesCrm.Application.Deals;
using SalesCrm.Application.Grading;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Upgrades;
using SalesCrm.Application.Visits;

namespace SalesCrm.Application.Acts;

/// <summary>Takes an act back as a whole; what people changed since stays and is told. When what is in the way was taken back too, the rest can follow.</summary>
public sealed class UndoAct(CrmDbContext db, DealChanges deals)
{
    /// <returns>How many records were put back.</returns>
    public async Task<Outcome<int>> ExecuteAsync(long id, Actor actor, CancellationToken cancellationToken)
    {
        try
        {
            return await db.InTransactionAsync(actor, token => UndoAsync(id, actor, token), cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return Outcome<int>.Conflict("其中的记录刚刚被修改过，没有撤销；请再试一次");
        }
    }

    private async Task<Outcome<int>> UndoAsync(long id, Actor actor, CancellationToken cancellationToken)
    {
        var act = await db.ActsOf(actor).AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
        if (act is null)
        {
            return Outcome<int>.NotFound();
        }

        if (!act.IsUndoable(db.Now))
        {
            return Outcome<int>.Conflict(act.UndoneAt is null ? "超过 30 天的操作不能再撤销" : "这次操作已经撤销过了");
        }

        if (act.UndoOperationId is { } begun)
        {
            db.Continue(begun);
        }

        var began = db.Now;
        var undoing = new Undoing(db, act, actor, isDry: false);
        await undoing.RunAsync(cancellationToken);
        if (undoing.Restored == 0)
        {
            return Outcome<int>.Conflict("没有可以恢复的记录");
        }

        await VisitFigures.RefreshAsync(db, undoing.Customers, cancellationToken);
        await deals.SettleAsync(db, undoing.Customers, cancellationToken);
        await PoolMove.ForgetAsync(db, undoing.Customers, act.OperationId, cancellationToken);
        await GradeHistory.ForgetAsync(db, undoing.Customers, [act.OperationId, db.OperationId], cancellationToken);
        await UndoneLifecycles.RestoreAsync(db, act, cancellationToken);

        db.ChangeTracker.Clear();
        await UpgradeOrder.RestoreAsync(db, undoing.Customers, began, cancellationToken);
        (await db.Acts.SingleAsync(row => row.Id == id, cancellationToken)).Undone(db.Now, actor.UserId, db.OperationId, undoing.Left.Count);
        return undoing.Restored;
    }
}
