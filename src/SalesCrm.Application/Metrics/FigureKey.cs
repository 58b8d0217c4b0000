using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query;
using SalesCrm.Application.Shared.Time;

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

    /// <summary>
    /// Place of the day's period among <paramref name="periods"/>, which are in order without a gap and hold every day that is asked.
    /// Comparing days is far cheaper than taking each apart into year and month.
    /// </summary>
    internal static Expression<Func<FigureLine, long>> Of(IReadOnlyList<Period> periods)
    {
        Expression<Func<FigureLine, DateOnly?>> on = line => line.On;
        Expression body = Expression.Constant(0L);
        for (var i = 1; i < periods.Count; i++)
        {
            var first = Expression.Property(Expression.Constant(new Beginning(periods[i].First)), nameof(Beginning.Day));
            body = Expression.Condition(Expression.GreaterThanOrEqual(on.Body, first), Expression.Constant((long)i), body);
        }

        return Expression.Lambda<Func<FigureLine, long>>(body, on.Parameters);
    }

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

    /// <summary>Makes the day a parameter of the query instead of a part of its text.</summary>
    private sealed record Beginning(DateOnly? Day);
}
