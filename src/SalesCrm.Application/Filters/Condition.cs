using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Application.Filters;

/// <summary>What a condition asks of a field.</summary>
public enum Operator
{
    /// <summary>One of these choices.</summary>
    In = 1,
    Not,
    Is,

    /// <summary>At least, or not before a day.</summary>
    Ge,

    /// <summary>At most, or not after a day.</summary>
    Le,

    /// <summary>Before a day.</summary>
    Before,
    Has,
    Empty,
    Filled,
}

/// <summary>One condition as an address says it: <c>budget.ge.50000</c>, <c>industry.in.3,5</c>, <c>lastFollowUp.before.-90d</c>, <c>phone.empty</c>.</summary>
/// <param name="Field">The code of a field of the list.</param>
/// <param name="Operator">What is asked.</param>
/// <param name="Value">As written; of choices several with commas between, of days a date or so many days from today.</param>
public sealed record Condition(string Field, Operator Operator, string Value)
{
    public const int LongestValue = 400;

    /// <summary>Null where the text is no condition at all.</summary>
    public static Condition? Read(string? text)
    {
        var parts = (text ?? "").Split('.', 3);
        return parts.Length < 2 || parts[0].Length is 0 or > 40 || !Enum.TryParse<Operator>(parts[1], ignoreCase: true, out var asked) || !Enum.IsDefined(asked) || char.IsDigit(parts[1][0])
            || parts.ElementAtOrDefault(2)?.Length > LongestValue
            ? null
            : new Condition(parts[0], asked, parts.ElementAtOrDefault(2) ?? "");
    }

    public bool NeedsValue => Operator is not (Operator.Empty or Operator.Filled);

    public IReadOnlyList<string> Values => Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>As it stands in an address.</summary>
    public override string ToString()
    {
        var code = Operator.ToString().ToLowerInvariant();
        return NeedsValue ? $"{Field}.{code}.{Value}" : $"{Field}.{code}";
    }
}

/// <summary>The conditions of a list beside its simple filters: <c>c=…</c>, several times. All have to be fulfilled.</summary>
public sealed record ConditionSet(IReadOnlyList<Condition> Conditions)
{
    /// <summary>The name in addresses.</summary>
    public const string Parameter = "c";

    public const int Most = 20;

    /// <summary>Null where the address holds none that can be read.</summary>
    public static ConditionSet? Of(IEnumerable<string?>? texts)
    {
        var conditions = (texts ?? []).Select(Condition.Read).OfType<Condition>().Take(Most).ToList();
        return conditions.Count == 0 ? null : new(conditions);
    }
}

public static class OperatorNames
{
    /// <summary>The word between field and value.</summary>
    public static Text Name(this Operator asked, FilterKind kind) => (asked, kind) switch
    {
        (Operator.In, _) => "是␟条件",
        (Operator.Not, _) => "不是␟条件",
        (Operator.Is, FilterKind.YesNo or FilterKind.Choice or FilterKind.Date) => "是␟条件",
        (Operator.Is, _) => "等于",
        (Operator.Ge, FilterKind.Date) => "不早于",
        (Operator.Le, FilterKind.Date) => "不晚于",
        (Operator.Ge, _) => "不少于",
        (Operator.Le, _) => "不超过",
        (Operator.Before, _) => "早于",
        (Operator.Has, _) => "包含",
        (Operator.Empty, _) => "没有填写",
        _ => "已填写",
    };
}
