using System.Linq.Expressions;
using SalesCrm.Application.Database;
using SalesCrm.Application.Search;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Queries;

namespace SalesCrm.Application.Filters;

/// <summary>Rules of the kinds of fields that there are. Each takes the column, optional as columns are, and asks it what both engines can answer.</summary>
internal static class Rules
{
    private static readonly Operator[] Gaps = [Operator.Empty, Operator.Filled];

    /// <summary>One of the people, words or records that <paramref name="choices"/> offers, by id.</summary>
    public static FieldRule<T> Reference<T>(string code, Text label, Expression<Func<T, long?>> column, ChoiceSource choices, string? simple = null) => new(
        new FilterField(code, label, FilterKind.Choice, [Operator.In, Operator.Not, .. Gaps]) { Choices = choices, Simple = simple },
        (condition, _) => Chosen(column, condition, value => FilterValues.Id(value)));

    public static FieldRule<T> Choice<T, TEnum>(string code, Text label, Expression<Func<T, TEnum?>> column, Func<TEnum, Text> name, bool always = false, string? simple = null, ChoiceSource? choices = null)
        where TEnum : struct, Enum
        => new(
            new FilterField(code, label, FilterKind.Choice, [Operator.In, Operator.Not, .. always ? [] : Gaps])
            {
                Choices = choices ?? ((_, _, _) => Task.FromResult<IReadOnlyList<FilterChoice>>([.. Enum.GetValues<TEnum>().Select(value => new FilterChoice(value.ToString(), name(value)))])),
                IsChoice = value => Member<TEnum>(value) is not null,
                Simple = simple,
            },
            (condition, _) => Chosen(column, condition, Member<TEnum>));

    public static FieldRule<T> Money<T>(string code, Text label, Expression<Func<T, decimal?>> column, bool always = false)
        => new(new FilterField(code, label, FilterKind.Money, [Operator.Ge, Operator.Le, Operator.Is, .. always ? [] : Gaps]), (condition, _) =>
        {
            var yuan = FilterValues.Money(condition.Value);
            return condition.Operator switch
            {
                Operator.Ge => On(column, amount => amount >= yuan),
                Operator.Le => On(column, amount => amount <= yuan),
                Operator.Is => On(column, amount => amount == yuan),
                _ => Gap(column, condition),
            };
        });

    /// <summary>Whole numbers.</summary>
    public static FieldRule<T> Number<T>(string code, Text label, Expression<Func<T, int?>> column, bool always = false)
        => new(new FilterField(code, label, FilterKind.Number, [Operator.Ge, Operator.Le, Operator.Is, .. always ? [] : Gaps]), (condition, _) =>
        {
            var asked = Math.Clamp(FilterValues.Number(condition.Value) ?? 0, int.MinValue, int.MaxValue);
            var (up, down) = ((int)Math.Ceiling(asked), (int)Math.Floor(asked));
            return condition.Operator switch
            {
                Operator.Ge => On(column, number => number >= up),
                Operator.Le => On(column, number => number <= down),
                Operator.Is => On(column, number => number >= up && number <= down),
                _ => Gap(column, condition),
            };
        });

    /// <summary>Points with decimals.</summary>
    public static FieldRule<T> Points<T>(string code, Text label, Expression<Func<T, decimal?>> column)
        => new(new FilterField(code, label, FilterKind.Number, [Operator.Ge, Operator.Le, Operator.Is, .. Gaps]), (condition, _) =>
        {
            var points = FilterValues.Number(condition.Value);
            return condition.Operator switch
            {
                Operator.Ge => On(column, value => value >= points),
                Operator.Le => On(column, value => value <= points),
                Operator.Is => On(column, value => value == points),
                _ => Gap(column, condition),
            };
        });

    public static FieldRule<T> Day<T>(string code, Text label, Expression<Func<T, DateOnly?>> column, bool always = false)
        => new(new FilterField(code, label, FilterKind.Date, [Operator.Before, Operator.Ge, Operator.Le, Operator.Is, .. always ? [] : Gaps]), (condition, scope) =>
        {
            var day = FilterValues.Day(condition.Value, scope.Clock.Today);
            return condition.Operator switch
            {
                Operator.Before => On(column, date => date < day),
                Operator.Ge => On(column, date => date >= day),
                Operator.Le => On(column, date => date <= day),
                Operator.Is => On(column, date => date == day),
                _ => Gap(column, condition),
            };
        });

    /// <summary>The company's day of an instant in UTC.</summary>
    public static FieldRule<T> Instant<T>(string code, Text label, Expression<Func<T, DateTime?>> column, bool always = false)
        => new(new FilterField(code, label, FilterKind.Date, [Operator.Before, Operator.Ge, Operator.Le, Operator.Is, .. always ? [] : Gaps]), (condition, scope) =>
        {
            var day = FilterValues.Day(condition.Value, scope.Clock.Today) ?? scope.Clock.Today;
            var (from, until) = scope.Clock.InstantsOf(day, day);
            return condition.Operator switch
            {
                Operator.Before => On(column, at => at < from),
                Operator.Ge => On(column, at => at >= from),
                Operator.Le => On(column, at => at < until),
                Operator.Is => On(column, at => at >= from && at < until),
                _ => Gap(column, condition),
            };
        });

    public static FieldRule<T> YesNo<T>(string code, Text label, Expression<Func<T, bool?>> column)
        => new(new FilterField(code, label, FilterKind.YesNo, [Operator.Is, .. Gaps]), (condition, _) =>
        {
            var wanted = condition.Value == "true";
            return condition.Operator == Operator.Is ? On(column, value => value == wanted) : Gap(column, condition);
        });

    /// <summary>A rule of the product that holds or does not.</summary>
    public static FieldRule<T> Holds<T>(string code, Text label, Expression<Func<T, bool>> rule, string? simple = null)
        => new(new FilterField(code, label, FilterKind.YesNo, [Operator.Is]) { Simple = simple }, (condition, _) => condition.Value == "true" ? rule : Negated(rule));

    /// <summary>Whether there is something; for what is too long to be compared, and for records below.</summary>
    public static FieldRule<T> Presence<T>(string code, Text label, Expression<Func<T, bool>> filled)
        => new(new FilterField(code, label, FilterKind.Text, [Operator.Filled, Operator.Empty]), (condition, _) => condition.Operator == Operator.Filled ? filled : Negated(filled));

    /// <summary>A short text, which is compared as a whole: no index serves what it contains.</summary>
    /// <param name="spellings">What else the column may have for the same.</param>
    public static FieldRule<T> Line<T>(string code, Text label, Expression<Func<T, string?>> column, Func<string, IReadOnlyList<string>>? spellings = null)
        => new(new FilterField(code, label, FilterKind.Text, [Operator.Is, .. Gaps]), (condition, _) =>
        {
            var wanted = condition.Value.Trim();
            var alike = spellings?.Invoke(wanted) ?? [wanted];
            return condition.Operator switch
            {
                Operator.Is when alike.Count > 1 => On(column, text => alike.Contains(text!)),
                Operator.Is => On(column, text => text == wanted),
                Operator.Filled => On(column, text => text != null && text != ""),
                _ => On(column, text => text == null || text == ""),
            };
        });

    /// <summary>What the search index finds.</summary>
    public static FieldRule<T> Found<T>(string code, Text label, SearchKind kind, string simple)
        where T : class, ISearchable, IAudited
        => new(new FilterField(code, label, FilterKind.Text, [Operator.Has]) { Simple = simple }, (condition, scope) =>
        {
            var found = scope.Db.Set<T>().Matching(scope.Db, kind, condition.Value).Select(row => ((IAudited)row).Id);
            return row => found.Contains(((IAudited)row).Id);
        });

    private static Expression<Func<T, bool>> Chosen<T, TValue>(Expression<Func<T, TValue?>> column, Condition condition, Func<string, TValue?> read)
        where TValue : struct
    {
        var chosen = condition.Values.Select(read).Where(value => value is not null).Distinct().ToList();
        return condition.Operator switch
        {
            Operator.In => On(column, value => value != null && chosen.Contains(value)),
            Operator.Not => On(column, value => value == null || !chosen.Contains(value)),
            _ => Gap(column, condition),
        };
    }

    private static Expression<Func<T, bool>> Gap<T, TValue>(Expression<Func<T, TValue?>> column, Condition condition)
        where TValue : struct
        => condition.Operator == Operator.Filled ? On(column, value => value != null) : On(column, value => value == null);

    private static TEnum? Member<TEnum>(string value)
        where TEnum : struct, Enum
        => value.Length > 0 && !char.IsDigit(value[0]) && Enum.TryParse<TEnum>(value, ignoreCase: true, out var member) && Enum.IsDefined(member) ? member : null;

    private static Expression<Func<T, bool>> Negated<T>(Expression<Func<T, bool>> rule) => Expression.Lambda<Func<T, bool>>(Expression.Not(rule.Body), rule.Parameters);

    private static Expression<Func<T, bool>> On<T, TValue>(Expression<Func<T, TValue>> column, Expression<Func<TValue, bool>> test)
        => Expression.Lambda<Func<T, bool>>(new Swap(test.Parameters[0], column.Body).Visit(test.Body), column.Parameters);
}
