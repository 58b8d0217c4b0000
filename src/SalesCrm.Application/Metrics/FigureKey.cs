using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query;

namespace SalesCrm.Application.Metrics;

/// <summary>A line and the scope or period that it counts for.</summary>
internal sealed class KeyedLine
{
    public long Key { get; init; }
    public DateOnly? On { get; init; }
    public long CustomerId { get; init; }
    public decimal Amount { get; init; }
    public int Ordinal { get; init; }
    public int? SalesDays { get; init; }
    public bool IsFirst { get; init; }
    public bool IsAlone { get; init; }
    public bool IsWon { get; init; }
    public bool HasDeal { get; init; }
}

/// <summary>The expression by which the database groups lines.</summary>
internal static class FigureKey
{
    /// <summary>The key of the row that holds everything.</summary>
    internal const long Total = -1;

    internal static Expression<Func<FigureLine, long>> Of(Breakdown breakdown, Organisation organisation) => breakdown switch
    {
        Breakdown.Office => ByOwner(organisation.Offices),
        Breakdown.Manager => ByOwner(organisation.Leaders),
        Breakdown.Rep => line => line.OwnerId,
        Breakdown.Source => line => line.SourceId,
        Breakdown.Industry => line => line.IndustryId,
        Breakdown.Grade => line => line.Grade,
        _ => line => Total,
    };

    /// <summary>Everything under one key, such as a period's place in a series.</summary>
    internal static IQueryable<KeyedLine> With(this IQueryable<FigureLine> lines, long key)
        => lines.With(Expression.Lambda<Func<FigureLine, long>>(Expression.Constant(key), Expression.Parameter(typeof(FigureLine), "line")));

    internal static IQueryable<KeyedLine> With(this IQueryable<FigureLine> lines, Expression<Func<FigureLine, long>> key)
    {
        Expression<Func<FigureLine, long, KeyedLine>> template = (line, value) => new KeyedLine
        {
            Key = value,
            On = line.On,
            CustomerId = line.CustomerId,
            Amount = line.Amount,
            Ordinal = line.Ordinal,
            SalesDays = line.SalesDays,
            IsFirst = line.IsFirst,
            IsAlone = line.IsAlone,
            IsWon = line.IsWon,
            HasDeal = line.HasDeal,
        };
        var line = template.Parameters[0];
        var body = ReplacingExpressionVisitor.Replace(key.Parameters[0], line, key.Body);
        return lines.Select(Expression.Lambda<Func<FigureLine, KeyedLine>>(ReplacingExpressionVisitor.Replace(template.Parameters[1], body, template.Body), line));
    }

    internal static IQueryable<FigureLine> Within(this IQueryable<FigureLine> lines, Expression<Func<FigureLine, long>> key, long value)
        => lines.Where(Expression.Lambda<Func<FigureLine, bool>>(Expression.Equal(key.Body, Expression.Constant(value)), key.Parameters));

    /// <summary>
    /// <c>CASE WHEN OwnerId IN (…) THEN … END</c>: people are few, so the tree of teams is laid out here instead of being walked by the database.
    /// </summary>
    private static Expression<Func<FigureLine, long>> ByOwner(IReadOnlyDictionary<long, long> scopes)
    {
        Expression<Func<FigureLine, long>> owner = line => line.OwnerId;
        Expression body = Expression.Constant(0L);
        foreach (var scope in scopes.GroupBy(pair => pair.Value, pair => pair.Key).OrderByDescending(scope => scope.Key))
        {
            var people = Expression.Constant(scope.Order().ToList());
            var isIn = Expression.Call(people, nameof(List<long>.Contains), null, owner.Body);
            body = Expression.Condition(isIn, Expression.Constant(scope.Key), body);
        }

        return Expression.Lambda<Func<FigureLine, long>>(body, owner.Parameters);
    }
}
