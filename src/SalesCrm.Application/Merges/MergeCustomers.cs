using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Deals;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Texts;
using SalesCrm.Application.Visits;

namespace SalesCrm.Application.Merges;

/// <summary>
/// Makes two files of one customer one: fields as chosen, every record of the other file moved below the kept one, the other file archived with a
/// pointer. An act that can be undone.
/// </summary>
public sealed class MergeCustomers(CrmDbContext db, DealChanges deals)
{
    public const int LongestReason = 200;

    /// <param name="KeptId">The file that stays.</param>
    /// <param name="OtherId">The file that goes into it.</param>
    /// <param name="Taken">Fields to take from the other file, by the first property of their line.</param>
    /// <param name="KeptVersion">What the chooser saw of the kept file.</param>
    /// <param name="OtherVersion">What he saw of the other.</param>
    /// <param name="Reason">Why two files that have nothing in common are one customer.</param>
    public sealed record Input(long KeptId, long OtherId, IReadOnlyCollection<string> Taken, Guid KeptVersion, Guid OtherVersion, string? Reason = null);

    private static readonly Text Changed = "其中一份档案刚被修改过，请重新核对后再合并";

    /// <returns>The act, for undoing it.</returns>
    public async Task<Outcome<long>> ExecuteAsync(Input input, Actor actor, CancellationToken cancellationToken)
    {
        try
        {
            return await db.InTransactionAsync(actor, token => MergeAsync(input, actor, token), cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return Outcome<long>.Conflict(Changed);
        }
    }

    private async Task<Outcome<long>> MergeAsync(Input input, Actor actor, CancellationToken cancellationToken)
    {
        long[] ids = [input.KeptId, input.OtherId];
        await db.HoldCustomersAsync(ids, cancellationToken);
        if (input.KeptId == input.OtherId || await MergePair.FindAsync(db, input.KeptId, input.OtherId, actor, cancellationToken) is not { } pair)
        {
            return Outcome<long>.NotFound();
        }

        // First of all: who was overtaken by another merge is told so, not that the files he saw cannot be merged.
        if (pair.Kept.Version != input.KeptVersion || pair.Other.Version != input.OtherVersion)
        {
            return Outcome<long>.Conflict(Changed);
        }

        if (await RefusalAsync(pair, input.Reason, actor, cancellationToken) is { } refusal)
        {
            return Outcome<long>.From(refusal);
        }

        var about = new Text("{0} 并入 {1}", pair.Other.Name, pair.Kept.Name);
        var act = db.Name(ActKind.Merge, CleanText.Line(input.Reason) is { } reason ? new Text("{0}（原因：{1}）", about, reason) : about, 2);
        var owners = new[] { pair.Kept.OwnerId, pair.Other.OwnerId }.OfType<long>();
        TakeFields(pair, input.Taken);
        await MergedRecords.ShareAsync(db, pair, owners, cancellationToken);
        await MergedRecords.MoveAsync(db, pair, cancellationToken);
        await MergeOwnFields.TakeAsync(db, pair, input.Taken, actor, cancellationToken);
        await MergedRecords.RenameElsewhereAsync(db, pair, cancellationToken);
        pair.Other.MergeInto(pair.Kept.Id, db.Now);
        await db.SaveChangesAsync(cancellationToken);
        await VisitFigures.RefreshAsync(db, ids, cancellationToken);
        await deals.SettleAsync(db, ids, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return act?.Id ?? 0;
    }

    private async Task<Outcome?> RefusalAsync(MergePair pair, string? reason, Actor actor, CancellationToken cancellationToken)
    {
        if (await pair.ProblemAsync(db, actor, cancellationToken) is { } problem)
        {
            return Outcome.Invalid("", problem);
        }

        var given = CleanText.ReadLine(reason, LongestReason);
        return given.IsRefused ? Outcome.Invalid(nameof(Input.Reason), given.Problem.Value)
            : given.Value is null && (await MergeLikeness.OfAsync(db, pair, cancellationToken)).Count == 0
                ? Outcome.Invalid(nameof(Input.Reason), "两份档案没有任何共同点，确实是同一家客户时请写明原因")
            : null;
    }

    private void TakeFields(MergePair pair, IReadOnlyCollection<string> taken)
    {
        foreach (var property in MergeFields.All.Where(line => taken.Contains(line[0])).SelectMany(line => line))
        {
            db.Entry(pair.Kept).Property(property).CurrentValue = MergeFields.ValueOf(db, pair.Other, property);
        }

        if (pair.Kept.ReferredById == pair.Kept.Id || pair.Kept.ReferredById == pair.Other.Id)
        {
            pair.Kept.ReferredById = null;
        }

        pair.Kept.DeriveKeys();
    }
}
