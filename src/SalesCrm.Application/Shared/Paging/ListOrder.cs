using System.Globalization;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Shared.Queries;

namespace SalesCrm.Application.Shared.Paging;

/// <summary>One order that a list offers: by a value of the record, then by its id. Turns pages by key, so that the thousandth costs what the first does.</summary>
internal abstract class ListOrder<T>(string name)
    where T : class
{
    /// <summary>Its name in addresses.</summary>
    public string Name => name;

    /// <summary>Reads one page of <paramref name="source"/>, and counts it unless the caller has.</summary>
    public abstract Task<Page<TRow>> ReadAsync<TRow>(IQueryable<T> source, Expression<Func<T, TRow>> select, PageRequest request, CancellationToken cancellationToken, int? countedTotal = null);

    /// <summary>All rows in this order, for exports.</summary>
    public abstract IQueryable<T> Apply(IQueryable<T> source, bool descending);

    /// <summary>How many rows the list has. A list that ends on its first page was counted by reading it.</summary>
    protected static async Task<int> TotalAsync(IQueryable<T> source, int read, PageRequest request, CancellationToken cancellationToken)
        => request.Counted is null && read <= request.Size ? read : await source.CountForAsync(request, cancellationToken);

    /// <summary>The page of what was read beside <paramref name="cursor"/> in the direction in which it goes, one row more than a page where there are more.</summary>
    protected static Page<TRow> Turned<TRow>(List<PlacedRow<TRow>> rows, Cursor? cursor, PageRequest request, int total)
    {
        var backwards = cursor?.Before ?? false;
        var more = rows.Count > request.Size;
        if (more)
        {
            rows.RemoveAt(request.Size);
        }

        if (backwards)
        {
            rows.Reverse();
        }

        var first = cursor switch { null => 1, { Before: true } => Math.Max(1, cursor.Place - rows.Count), _ => cursor.Place + 1 };
        var hasPrevious = backwards ? more : cursor is not null;
        return new Page<TRow>(
            rows.ConvertAll(row => row.Row),
            rows.Count > 0 && hasPrevious ? CursorAt(rows[0], true, first) : null,
            rows.Count > 0 && (backwards || more) ? CursorAt(rows[^1], false, first + rows.Count - 1) : null,
            first,
            total);

        string CursorAt(PlacedRow<TRow> row, bool before, int place) => new Cursor(row.Key, row.Id, before, place, total).ToString();
    }
}

/// <summary>A row with its place in the order.</summary>
internal sealed record PlacedRow<TRow>(TRow Row, string? Key, long Id);

/// <param name="name">Its name in addresses.</param>
/// <param name="key">The value; a missing one counts as smallest, on both engines.</param>
/// <param name="id">The record's id.</param>
internal sealed class ListOrder<T, TKey>(string name, Expression<Func<T, TKey>> key, Expression<Func<T, long>> id) : ListOrder<T>(name)
    where T : class
{
    public override IQueryable<T> Apply(IQueryable<T> source, bool descending)
        => descending ? source.OrderByDescending(key).ThenByDescending(id) : source.OrderBy(key).ThenBy(id);

    public override async Task<Page<TRow>> ReadAsync<TRow>(IQueryable<T> source, Expression<Func<T, TRow>> select, PageRequest request, CancellationToken cancellationToken, int? countedTotal = null)
    {
        var cursor = Cursor.Read(request.Cursor);
        if (cursor is not null && !KeyText<TKey>.TryRead(cursor.Key, out _))
        {
            cursor = null;
        }

        var descending = request.Descending ^ (cursor?.Before ?? false);
        var wanted = cursor is null ? source : source.Where(Beyond(cursor, descending));
        var rows = await Apply(wanted, descending).Select(Keyed(select)).Take(request.Size + 1).ToListAsync(cancellationToken);
        return Turned(
            rows.ConvertAll(row => new PlacedRow<TRow>(row.Row, KeyText<TKey>.Write(row.Key), row.Id)), cursor, request,
            countedTotal ?? await TotalAsync(source, rows.Count, request, cancellationToken));
    }

    /// <summary>The rows after the cursor; the first half alone lets the engine start at the right place of the index.</summary>
    private Expression<Func<T, bool>> Beyond(Cursor cursor, bool descending)
    {
        KeyText<TKey>.TryRead(cursor.Key, out var value);
        var record = key.Parameters[0];
        var recordId = Replace(id.Body, id.Parameters[0], record);
        var at = Expression.Property(Expression.Constant(new Box(value, cursor.Id)), nameof(Box.Key));
        var atId = Expression.Property(Expression.Constant(new Box(value, cursor.Id)), nameof(Box.Id));
        var idBeyond = descending ? Expression.LessThan(recordId, atId) : Expression.GreaterThan(recordId, atId);
        var nothing = Expression.Constant(null, typeof(TKey).IsValueType && Nullable.GetUnderlyingType(typeof(TKey)) is null ? typeof(object) : typeof(TKey));

        Expression beyond;
        if (value is null)
        {
            var isNull = Expression.Equal(key.Body, nothing);
            beyond = descending
                ? Expression.AndAlso(isNull, idBeyond)
                : Expression.OrElse(Expression.Not(isNull), idBeyond);
        }
        else
        {
            var strictly = Compare(key.Body, at, descending, orEqual: false);
            beyond = Expression.AndAlso(Compare(key.Body, at, descending, orEqual: true), Expression.OrElse(strictly, idBeyond));
            if (descending && nothing.Type == typeof(TKey))
            {
                beyond = Expression.OrElse(beyond, Expression.Equal(key.Body, nothing));
            }
        }

        return Expression.Lambda<Func<T, bool>>(beyond, record);
    }

    private static BinaryExpression Compare(Expression left, Expression right, bool descending, bool orEqual)
    {
        if (typeof(TKey) == typeof(string))
        {
            left = Expression.Call(typeof(string), nameof(string.Compare), null, left, right);
            right = Expression.Constant(0);
        }
        else if ((Nullable.GetUnderlyingType(typeof(TKey)) ?? typeof(TKey)).IsEnum)
        {
            var number = typeof(TKey).IsEnum ? typeof(int) : typeof(int?);
            (left, right) = (Expression.Convert(left, number), Expression.Convert(right, number));
        }

        return (descending, orEqual) switch
        {
            (true, true) => Expression.LessThanOrEqual(left, right),
            (true, false) => Expression.LessThan(left, right),
            (false, true) => Expression.GreaterThanOrEqual(left, right),
            (false, false) => Expression.GreaterThan(left, right),
        };
    }

    private Expression<Func<T, KeyedRow<TRow>>> Keyed<TRow>(Expression<Func<T, TRow>> select)
    {
        var record = select.Parameters[0];
        var row = Expression.MemberInit(
            Expression.New(typeof(KeyedRow<TRow>)),
            Expression.Bind(typeof(KeyedRow<TRow>).GetProperty(nameof(KeyedRow<TRow>.Row))!, select.Body),
            Expression.Bind(typeof(KeyedRow<TRow>).GetProperty(nameof(KeyedRow<TRow>.Key))!, Replace(key.Body, key.Parameters[0], record)),
            Expression.Bind(typeof(KeyedRow<TRow>).GetProperty(nameof(KeyedRow<TRow>.Id))!, Replace(id.Body, id.Parameters[0], record)));
        return Expression.Lambda<Func<T, KeyedRow<TRow>>>(row, record);
    }

    private static Expression Replace(Expression body, ParameterExpression was, ParameterExpression now) => new Swap(was, now).Visit(body);

    private sealed class KeyedRow<TRow>
    {
        public required TRow Row { get; init; }
        public required TKey Key { get; init; }
        public required long Id { get; init; }
    }

    /// <summary>Makes the engine see a parameter instead of a constant, so that its plan is kept.</summary>
    private sealed record Box(TKey? Key, long Id);
}

/// <summary>A key in invariant text and back.</summary>
internal static class KeyText<TKey>
{
    private static readonly Type Kind = Nullable.GetUnderlyingType(typeof(TKey)) ?? typeof(TKey);

    public static string? Write(TKey key) => key switch
    {
        null => null,
        DateTime instant => instant.Ticks.ToString(CultureInfo.InvariantCulture),
        DateOnly day => day.DayNumber.ToString(CultureInfo.InvariantCulture),
        Enum member => Convert.ToInt32(member, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture),
        IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
        _ => key.ToString(),
    };

    public static bool TryRead(string? text, out TKey? key)
    {
        key = default;
        if (text is null)
        {
            return default(TKey) is null;
        }

        try
        {
            object value = Kind == typeof(string) ? text
                : Kind == typeof(DateTime) ? new DateTime(long.Parse(text, CultureInfo.InvariantCulture), DateTimeKind.Utc)
                : Kind == typeof(DateOnly) ? DateOnly.FromDayNumber(int.Parse(text, CultureInfo.InvariantCulture))
                : Kind.IsEnum ? Enum.ToObject(Kind, int.Parse(text, CultureInfo.InvariantCulture))
                : Convert.ChangeType(text, Kind, CultureInfo.InvariantCulture);
            key = (TKey)value;
            return true;
        }
        catch (Exception exception) when (exception is FormatException or OverflowException or ArgumentOutOfRangeException or InvalidCastException)
        {
            return false;
        }
    }
}
