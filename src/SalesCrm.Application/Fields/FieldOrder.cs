using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Paging;
using SalesCrm.Application.Shared.Queries;

namespace SalesCrm.Application.Fields;

/// <summary>
/// The order of a list by one of the admin's fields: first the records that have something in it, along the index of its values, then the
/// others by id, whichever way it goes. Each part is walked by key, so that the thousandth page costs what the first does.
/// </summary>
internal static class FieldOrder
{
    /// <summary>The order that the address asks for; null where it is not one of a field that the reader sees.</summary>
    public static ListOrder<T>? Of<T>(CrmDbContext db, IReadOnlyList<FieldDefinition> fields, string? name, Actor actor)
        where T : class, IAudited
    {
        // Of a part of the company few values are met on the way, so that its ids are listed first.
        var isPart = actor.Sight != Sight.Company;
        return fields.FirstOrDefault(field => field.Key == name) is not { } field ? null
            : field.Type == FieldType.Text ? new FieldOrder<T, string>(db, field, value => value.Text, value => value.Text!, Texts, isPart)
            : new FieldOrder<T, long>(db, field, value => (long?)value.Number, value => value.Number!.Value, Numbers, isPart);
    }

    private static Expression<Func<KeyedValue<long>, bool>> Numbers(long key, long id, bool descending) => descending
        ? value => value.Key <= key && (value.Key < key || value.RecordId < id)
        : value => value.Key >= key && (value.Key > key || value.RecordId > id);

    private static Expression<Func<KeyedValue<string>, bool>> Texts(string key, long id, bool descending) => descending
        ? value => string.Compare(value.Key, key) <= 0 && (string.Compare(value.Key, key) < 0 || value.RecordId < id)
        : value => string.Compare(value.Key, key) >= 0 && (string.Compare(value.Key, key) > 0 || value.RecordId > id);
}

/// <summary>A value that a list is ordered by.</summary>
internal sealed class KeyedValue<TKey>
{
    public required long RecordId { get; init; }
    public required TKey Key { get; init; }
}

/// <param name="db">The context.</param>
/// <param name="field">The field.</param>
/// <param name="has">The column of its type.</param>
/// <param name="key">The same where it is known to hold something.</param>
/// <param name="beyond">The values behind a place.</param>
/// <param name="isPart">Whether the list holds a small part of all records.</param>
internal sealed class FieldOrder<T, TKey>(
    CrmDbContext db, FieldDefinition field, Expression<Func<FieldValue, object?>> has, Expression<Func<FieldValue, TKey>> key,
    Func<TKey, long, bool, Expression<Func<KeyedValue<TKey>, bool>>> beyond, bool isPart) : ListOrder<T>(field.Key)
    where T : class, IAudited
{
    public override IQueryable<T> Apply(IQueryable<T> source, bool descending) => source.OrderBy(row => row.Id);

    public override async Task<Page<TRow>> ReadAsync<TRow>(IQueryable<T> source, Expression<Func<T, TRow>> select, PageRequest request, CancellationToken cancellationToken, int? countedTotal = null)
    {
        var cursor = Cursor.Read(request.Cursor);
        TKey? place = default;
        if (cursor?.Key is not null && !KeyText<TKey>.TryRead(cursor.Key, out place))
        {
            cursor = null;
        }

        var backwards = cursor?.Before ?? false;
        var descending = request.Descending ^ backwards;
        var rows = new List<PlacedRow<TRow>>();
        foreach (var filled in backwards ? [false, true] : new[] { true, false })
        {
            var left = request.Size + 1 - rows.Count;
            var behind = cursor is not null && (cursor.Key is not null) != filled && filled != backwards;
            if (left == 0 || behind)
            {
                continue;
            }

            var here = cursor is not null && (cursor.Key is not null) == filled ? cursor : null;
            rows.AddRange(filled
                ? await FilledAsync(source, select, here, place, descending, left, cancellationToken)
                : await EmptyAsync(source, select, here, descending, left, cancellationToken));
        }

        return Turned(rows, cursor, request, countedTotal ?? await TotalAsync(source, rows.Count, request, cancellationToken));
    }

    private async Task<List<PlacedRow<TRow>>> FilledAsync<TRow>(
        IQueryable<T> source, Expression<Func<T, TRow>> select, Cursor? cursor, TKey? place, bool descending, int count, CancellationToken cancellationToken)
    {
        var id = field.Id;
        var keyed = Filled(id).Select(KeyedBy());
        if (cursor is not null)
        {
            keyed = keyed.Where(beyond(place!, cursor.Id, descending));
        }

        if (isPart)
        {
            var (listed, records) = (source.Select(row => row.Id), db.Set<T>().AsNoTracking());
            (keyed, source) = (keyed.Where(value => listed.Contains(value.RecordId)), records);
        }

        var pairs = keyed.Join(source, value => value.RecordId, row => row.Id, (value, row) => new Pair { Record = row, Value = value });
        pairs = descending
            ? pairs.OrderByDescending(pair => pair.Value.Key).ThenByDescending(pair => pair.Value.RecordId)
            : pairs.OrderBy(pair => pair.Value.Key).ThenBy(pair => pair.Value.RecordId);
        var found = await pairs.Take(count).Select(Projected(select)).ToListAsync(cancellationToken);
        return found.ConvertAll(row => new PlacedRow<TRow>(row.Row!, KeyText<TKey>.Write(row.Key!), row.Id));
    }

    private async Task<List<PlacedRow<TRow>>> EmptyAsync<TRow>(
        IQueryable<T> source, Expression<Func<T, TRow>> select, Cursor? cursor, bool descending, int count, CancellationToken cancellationToken)
    {
        var filled = Filled(field.Id);
        var rows = source.Where(row => !filled.Any(value => value.RecordId == row.Id));
        if (cursor is { Id: var at })
        {
            rows = descending ? rows.Where(row => row.Id < at) : rows.Where(row => row.Id > at);
        }

        rows = descending ? rows.OrderByDescending(row => row.Id) : rows.OrderBy(row => row.Id);
        var record = select.Parameters[0];
        var shaped = Expression.Lambda<Func<T, Shaped<TRow>>>(
            Expression.MemberInit(
                Expression.New(typeof(Shaped<TRow>)),
                Expression.Bind(typeof(Shaped<TRow>).GetProperty(nameof(Shaped<TRow>.Row))!, select.Body),
                Expression.Bind(typeof(Shaped<TRow>).GetProperty(nameof(Shaped<TRow>.Id))!, Expression.Property(record, nameof(IAudited.Id)))),
            record);
        var found = await rows.Take(count).Select(shaped).ToListAsync(cancellationToken);
        return found.ConvertAll(row => new PlacedRow<TRow>(row.Row!, null, row.Id));
    }

    private IQueryable<FieldValue> Filled(long id)
    {
        var filled = Expression.Lambda<Func<FieldValue, bool>>(
            Expression.NotEqual(has.Body is UnaryExpression { NodeType: ExpressionType.Convert, Type: var type } convert && type == typeof(object) ? convert.Operand : has.Body, Expression.Constant(null)),
            has.Parameters);
        return db.FieldValues.Where(value => value.FieldId == id).Where(filled);
    }

    private Expression<Func<FieldValue, KeyedValue<TKey>>> KeyedBy() => Expression.Lambda<Func<FieldValue, KeyedValue<TKey>>>(
        Expression.MemberInit(
            Expression.New(typeof(KeyedValue<TKey>)),
            Expression.Bind(typeof(KeyedValue<TKey>).GetProperty(nameof(KeyedValue<TKey>.RecordId))!, Expression.Property(key.Parameters[0], nameof(FieldValue.RecordId))),
            Expression.Bind(typeof(KeyedValue<TKey>).GetProperty(nameof(KeyedValue<TKey>.Key))!, key.Body)),
        key.Parameters);

    private static Expression<Func<Pair, Shaped<TRow>>> Projected<TRow>(Expression<Func<T, TRow>> select)
    {
        var pair = Expression.Parameter(typeof(Pair), "pair");
        var value = Expression.Property(pair, nameof(Pair.Value));
        return Expression.Lambda<Func<Pair, Shaped<TRow>>>(
            Expression.MemberInit(
                Expression.New(typeof(Shaped<TRow>)),
                Expression.Bind(typeof(Shaped<TRow>).GetProperty(nameof(Shaped<TRow>.Row))!, new Swap(select.Parameters[0], Expression.Property(pair, nameof(Pair.Record))).Visit(select.Body)),
                Expression.Bind(typeof(Shaped<TRow>).GetProperty(nameof(Shaped<TRow>.Key))!, Expression.Property(value, nameof(KeyedValue<TKey>.Key))),
                Expression.Bind(typeof(Shaped<TRow>).GetProperty(nameof(Shaped<TRow>.Id))!, Expression.Property(value, nameof(KeyedValue<TKey>.RecordId)))),
            pair);
    }

    private sealed class Pair
    {
        public required T Record { get; init; }
        public required KeyedValue<TKey> Value { get; init; }
    }

    private sealed class Shaped<TRow>
    {
        public TRow? Row { get; init; }
        public TKey? Key { get; init; }
        public long Id { get; init; }
    }
}
