using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using SalesCrm.Application.Database;

namespace SalesCrm.Application.Acts;

/// <summary>Which of the records that an act created must stay, because something else hangs on them now or they hang on what stays.</summary>
internal sealed class UndoKept(CrmDbContext db, Act act, bool isDry)
{
    private const int Batch = 500;

    /// <summary>A record of the second kind is a part of its record of the first kind.</summary>
    private static readonly string[] Wholes = ["Customer", "Opportunity", "Lead", "Competitor"];

    private readonly Dictionary<(UndoneType Type, long Id), Cause?> _kept = [];

    /// <summary>The record that hangs on one that stays.</summary>
    /// <param name="Subject">The entity's class name.</param>
    /// <param name="Id">The record.</param>
    /// <param name="IsOld">It is one that the act touched and that stays itself, none that came later.</param>
    public sealed record Cause(string Subject, long Id, bool IsOld);

    /// <returns>What stays, and what it stays for; nothing where it is a part of what stays.</returns>
    public async Task<Dictionary<(UndoneType Type, long Id), Cause?>> FindAsync(
        Dictionary<UndoneType, Dictionary<long, Trace>> created, IReadOnlyCollection<Undoing.LeftRecord> left, CancellationToken cancellationToken)
    {
        var order = UndoneTypes.ChildrenFirst(created.Keys);
        foreach (var type in order)
        {
            await KeepUsedAsync(type, [.. created[type].Keys], left, cancellationToken);
        }

        foreach (var type in order.Reverse())
        {
            await KeepPartsAsync(type, created, left, cancellationToken);
        }

        foreach (var type in order.Where(type => typeof(IBelonging).IsAssignableFrom(type.Model.ClrType)))
        {
            await KeepBelongingsAsync(type, [.. created[type].Keys], left, cancellationToken);
        }

        return _kept;
    }

    /// <summary>Keeps what is said of records that stay.</summary>
    private async Task KeepBelongingsAsync(UndoneType type, List<long> ids, IReadOnlyCollection<Undoing.LeftRecord> left, CancellationToken cancellationToken)
    {
        var staying = _kept.Keys.Select(kept => (kept.Type.Name, kept.Id)).Concat(left.Select(row => (row.Subject, row.Id))).ToHashSet();
        foreach (var some in ids.Chunk(Batch))
        {
            var rows = await type.LoadAsync(db, some, cancellationToken);
            KeepParts(rows.Where(row => staying.Contains(((IBelonging)row).BelongsTo)).Select(row => (type, ((IAudited)row).Id)));
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>Keeps what records refer to that the act did not create, or that stay themselves.</summary>
    private async Task KeepUsedAsync(UndoneType type, List<long> ids, IReadOnlyCollection<Undoing.LeftRecord> left, CancellationToken cancellationToken)
    {
        foreach (var key in type.Model.GetReferencingForeignKeys().Where(key => typeof(IAudited).IsAssignableFrom(key.DeclaringEntityType.ClrType)))
        {
            var child = key.DeclaringEntityType;
            var staying = _kept.Keys.Where(kept => kept.Type.Model == child).Select(kept => kept.Id).Concat(left.Where(row => row.Subject == child.ClrType.Name).Select(row => row.Id)).ToList();
            foreach (var some in ids.Chunk(Batch))
            {
                var created = $"SELECT 1 FROM \"AuditEntries\" a WHERE a.\"OperationId\" = {{0}} AND a.\"Subject\" = {{1}} AND a.\"SubjectId\" = d.\"Id\"{(isDry ? "" : " AND a.\"Act\" = 1")}";
                await KeepAsync(type, Referring(key, some, $"NOT EXISTS ({created})"), child.ClrType.Name, isOld: false, cancellationToken);
                foreach (var children in staying.Chunk(Batch))
                {
                    await KeepAsync(type, Referring(key, some, $"d.\"Id\" IN ({List(children)})"), child.ClrType.Name, isOld: true, cancellationToken);
                }
            }
        }
    }

    /// <param name="type">Of these records.</param>
    /// <param name="used">Those that are referred to; behind them, asked in the same order, the latest that refers to each.</param>
    private async Task KeepAsync(UndoneType type, (string Used, string By) used, string child, bool isOld, CancellationToken cancellationToken)
    {
        var ids = await db.Database.SqlQueryRaw<long>(used.Used, act.OperationId, child).ToListAsync(cancellationToken);
        var by = ids.Count == 0 ? [] : await db.Database.SqlQueryRaw<long>(used.By, act.OperationId, child).ToListAsync(cancellationToken);
        foreach (var (id, user) in ids.Zip(by))
        {
            _kept.TryAdd((type, id), new Cause(child, user, isOld));
        }
    }

    /// <summary>Keeps the created parts of a customer, lead or opportunity that stays.</summary>
    private async Task KeepPartsAsync(
        UndoneType whole, Dictionary<UndoneType, Dictionary<long, Trace>> created, IReadOnlyCollection<Undoing.LeftRecord> left, CancellationToken cancellationToken)
    {
        var staying = _kept.Keys.Where(kept => kept.Type == whole).Select(kept => kept.Id).Concat(left.Where(row => row.Subject == whole.Name).Select(row => row.Id)).ToList();
        if (staying.Count == 0 || !Wholes.Contains(whole.Name))
        {
            return;
        }

        foreach (var part in created.Keys.Where(part => part != whole))
        {
            foreach (var key in part.Model.GetForeignKeys().Where(key => key.PrincipalEntityType == whole.Model && key.Properties[0].Name == whole.Name + "Id"))
            {
                foreach (var some in staying.Chunk(Batch))
                {
                    var parts = $"SELECT d.\"Id\" AS \"Value\" FROM \"{part.Model.GetTableName()}\" d WHERE d.\"{key.Properties[0].GetColumnName()}\" IN ({List(some)})";
                    var ids = await db.Database.SqlQueryRaw<long>(parts).ToListAsync(cancellationToken);
                    KeepParts(ids.Where(created[part].ContainsKey).Select(id => (part, id)));
                }
            }
        }
    }

    private void KeepParts(IEnumerable<(UndoneType, long)> parts)
    {
        foreach (var part in parts)
        {
            _kept.TryAdd(part, null);
        }
    }

    private static (string Used, string By) Referring(IForeignKey key, IEnumerable<long> ids, string condition)
    {
        var column = key.Properties[0].GetColumnName();
        var from = $"FROM \"{key.DeclaringEntityType.GetTableName()}\" d WHERE d.\"{column}\" IN ({List(ids)}) AND {condition} GROUP BY d.\"{column}\" ORDER BY d.\"{column}\"";
        return ($"SELECT d.\"{column}\" AS \"Value\" {from}", $"SELECT MAX(d.\"Id\") AS \"Value\" {from}");
    }

    private static string List(IEnumerable<long> ids) => string.Join(',', ids.Select(id => id.ToString(CultureInfo.InvariantCulture)));
}
