using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Audit;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Application.Acts;

/// <summary>One act: what it did, whether it can be undone, and which records would stay as they are because someone changed them since.</summary>
public sealed class ActDetails(CrmDbContext db, RecordTitles titles)
{
    /// <summary>So many of the records that stay are named.</summary>
    public const int Named = 200;

    /// <param name="Title">What the record is called; null where the reader may not see it.</param>
    /// <param name="Href">Its page.</param>
    /// <param name="Why">Why it stays as it is.</param>
    /// <param name="By">Who changed it since.</param>
    /// <param name="At">UTC.</param>
    public sealed record LeftRow(Text Kind, string? Title, string? Href, Text Why, string? By, DateTime? At)
    {
        /// <summary>The act by which it was changed or used since; to take the record back, that one is undone first.</summary>
        public LaterAct? Later { get; init; }
    }

    /// <param name="Kind">A kind of record.</param>
    /// <param name="Created">How many it created.</param>
    /// <param name="Changed">How many it changed.</param>
    /// <param name="Deleted">How many it took away.</param>
    public sealed record CountRow(Text Kind, int Created, int Changed, int Deleted);

    /// <param name="Restorable">Records that undoing would put back.</param>
    /// <param name="LeftCount">Records that it would leave.</param>
    /// <param name="Left">The first of them.</param>
    public sealed record Trial(int Restorable, int LeftCount, IReadOnlyList<LeftRow> Left)
    {
        /// <summary>What is to be undone first, the latest first, if all is to be put back.</summary>
        public IReadOnlyList<LaterAct> First => [.. Left.Select(row => row.Later).OfType<LaterAct>().DistinctBy(act => act.Id).OrderByDescending(act => act.Id)];
    }

    /// <param name="UndoableUntil">UTC; null when all of it was undone or it stands for good.</param>
    /// <param name="IsTouchedSince">Somebody has written to its records since, which may have been taken back: how many stay as they are only the trial knows. While none of it is undone and it can be.</param>
    /// <param name="LeftCount">Records that were left when it was undone.</param>
    /// <param name="Trial">What undoing would come to, as things stand; only when asked for.</param>
    public sealed record Card(
        long Id, ActKind Kind, Text About, string? By, DateTime At, DateTime? UndoneAt, string? UndoneBy, DateTime? UndoableUntil,
        IReadOnlyList<CountRow> Counts, bool IsTouchedSince, int LeftCount, Trial? Trial);

    /// <param name="id">The act.</param>
    /// <param name="tries">Tries the whole undoing, which takes about as long as the act did.</param>
    /// <param name="actor">Who reads.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<Card?> FindAsync(long id, bool tries, Actor actor, CancellationToken cancellationToken)
    {
        var found = await db.ActsOf(actor).AsNoTracking().Where(act => act.Id == id)
            .Select(act => new { Act = act, By = act.User!.DisplayName, UndoneBy = act.UndoneBy!.DisplayName })
            .SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return null;
        }

        var act = found.Act;
        var isOpen = act.IsUndoable(db.Now);
        return new Card(
            act.Id, act.Kind, StoredText.Read(act.About)!.Value, found.By, act.At, act.UndoneAt, found.UndoneBy, isOpen ? act.At + Act.Undoable : null,
            await CountsAsync(act, cancellationToken), isOpen && act.UndoneAt is null && await IsTouchedSinceAsync(act, cancellationToken), act.Left ?? 0,
            isOpen && tries ? await TryAsync(act, actor, cancellationToken) : null);
    }

    private async Task<Trial> TryAsync(Act act, Actor actor, CancellationToken cancellationToken)
    {
        var undoing = new Undoing(db, act, actor, isDry: true);
        await undoing.RunAsync(cancellationToken);
        return new Trial(undoing.Restored, undoing.Left.Count, await LeftAsync(act, undoing.Left, actor, cancellationToken));
    }

    /// <summary>Whether one of its records has an entry of a person behind those of the act.</summary>
    private async Task<bool> IsTouchedSinceAsync(Act act, CancellationToken cancellationToken)
    {
        var own = db.AuditEntries.Where(entry => entry.OperationId == act.OperationId);
        var last = await own.MaxAsync(entry => (long?)entry.Id, cancellationToken);
        return await own.AnyAsync(
            entry => entry.SubjectId != 0 && db.AuditEntries.Any(later => later.Subject == entry.Subject && later.SubjectId == entry.SubjectId && later.Id > last && later.UserId != 0), cancellationToken);
    }

    private async Task<IReadOnlyList<CountRow>> CountsAsync(Act act, CancellationToken cancellationToken)
    {
        var counts = await db.AuditEntries.AsNoTracking()
            .Where(entry => entry.OperationId == act.OperationId && entry.SubjectId != 0 && (entry.Act == AuditAct.Created || entry.Act == AuditAct.Changed || entry.Act == AuditAct.Deleted))
            .GroupBy(entry => new { entry.Subject, entry.Act })
            .Select(group => new { group.Key.Subject, group.Key.Act, Count = group.Select(entry => entry.SubjectId).Distinct().Count() })
            .ToListAsync(cancellationToken);
        return counts.GroupBy(row => row.Subject).OrderBy(of => of.Key, StringComparer.Ordinal)
            .Select(of => new CountRow(
                AuditWords.Subject(of.Key), of.Where(row => row.Act == AuditAct.Created).Sum(row => row.Count), of.Where(row => row.Act == AuditAct.Changed).Sum(row => row.Count),
                of.Where(row => row.Act == AuditAct.Deleted).Sum(row => row.Count)))
            .ToList();
    }

    private async Task<IReadOnlyList<LeftRow>> LeftAsync(Act act, IReadOnlyCollection<Undoing.LeftRecord> left, Actor actor, CancellationToken cancellationToken)
    {
        var shown = left.Take(Named).ToList();
        var known = await titles.ReadAsync(shown.ConvertAll(row => (row.Subject, row.Id)), actor, cancellationToken);
        var people = shown.Select(row => row.ById).OfType<long>().Distinct().ToList();
        var names = await db.Users.Where(user => people.Contains(user.Id)).ToDictionaryAsync(user => user.Id, user => user.DisplayName, cancellationToken);
        var later = await LaterActs.ReadAsync(db, act, shown, actor, cancellationToken);
        return shown.ConvertAll(row =>
        {
            var title = known.GetValueOrDefault((row.Subject, row.Id));
            var why = row.Why switch
            {
                Undoing.Reason.ChangedSince => new Text("之后又被修改"),
                Undoing.Reason.UsedSince when row.UsedBy!.IsOld => new Text("关联的{0}保持原样", AuditWords.Subject(row.UsedBy.Subject)),
                Undoing.Reason.UsedSince => new Text("之后有了关联的{0}", AuditWords.Subject(row.UsedBy!.Subject)),
                Undoing.Reason.PartOfKept => new Text("所属的记录保持原样"),
                Undoing.Reason.Traded => new Text("还有进行中的商机，不能回到公海"),
                _ => new Text("已不归您管理"),
            };
            return new LeftRow(AuditWords.Subject(row.Subject), title?.Name, title?.Href, why, row.ById is { } by ? names.GetValueOrDefault(by) : null, row.At) { Later = later.GetValueOrDefault(row) };
        });
    }
}
