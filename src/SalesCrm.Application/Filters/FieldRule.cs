using System.Linq.Expressions;
using SalesCrm.Application.Database;
using SalesCrm.Application.Fields;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Application.Filters;

/// <summary>What a rule may look at beside the record.</summary>
internal sealed record FilterScope(CrmDbContext Db, CompanyClock Clock);

/// <summary>A field with how each condition on it is asked of the database.</summary>
/// <param name="Field">The field.</param>
/// <param name="Predicate">The condition, which the field reads, as the database is asked.</param>
internal sealed record FieldRule<T>(FilterField Field, Func<Condition, FilterScope, Expression<Func<T, bool>>> Predicate);

/// <summary>All that can be asked of one kind of record.</summary>
internal sealed class FilterRules<T>(FieldSubject subject, params FieldRule<T>[] rules) : IFilterRules
{
    private readonly Dictionary<string, FieldRule<T>> _byCode = rules.ToDictionary(rule => rule.Field.Code, StringComparer.OrdinalIgnoreCase);

    public FieldSubject Subject => subject;

    public IReadOnlyList<FilterField> Fields { get; } = [.. rules.Select(rule => rule.Field)];

    /// <summary>The rows that fulfil all conditions; those that cannot be read ask nothing, and the list says so.</summary>
    public IQueryable<T> Narrow(IQueryable<T> rows, ConditionSet? conditions, CrmDbContext db, CompanyClock clock)
    {
        var scope = new FilterScope(db, clock);
        return (conditions?.Conditions ?? []).Aggregate(rows, (left, condition) => RuleOf(condition) is { } rule ? left.Where(rule.Predicate(condition, scope)) : left);
    }

    private FieldRule<T>? RuleOf(Condition condition) => _byCode.GetValueOrDefault(condition.Field) is { } rule && rule.Field.Reads(condition) ? rule : null;

    /// <summary>No condition asks nothing for not being read.</summary>
    public bool Reads(ConditionSet? conditions) => (conditions?.Conditions ?? []).All(condition => RuleOf(condition) is not null);
}
