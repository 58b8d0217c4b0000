using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Application.Filters;

/// <summary>The simple filters of the lists, as the builder takes them over, and in words.</summary>
public static class SimpleFilters
{
    /// <summary>The same as conditions, where there is a field that asks the same.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> AsConditions(IReadOnlyList<KeyValuePair<string, string>> pairs, IReadOnlyList<FilterField> fields)
        => [.. pairs.Select(pair => Condition(pair, fields) is { } condition ? KeyValuePair.Create(ConditionSet.Parameter, condition) : pair).Distinct()];

    /// <summary>Those that no field asks.</summary>
    public static Text Words(string name, string value) => (name.ToUpperInvariant(), value) switch
    {
        ("Q", _) => new Text("搜索 {0}", value),
        ("DUE", "overdue") => "逾期未跟进",
        ("DUE", "week") => "本周要跟进",
        ("DUE", _) => "未安排下一步",
        ("PLAN" or "NOPLAN", _) => "未安排下一步",
        ("ARCHIVED", _) => "已归档",
        ("OVERDUE", _) => "超期机会",
        ("PASSED", _) => "预计日已过未成交",
        ("TAB", "New") => "新线索",
        ("TAB", "Working") => "跟进中",
        ("TAB", "NewToMe") => "新分给我的",
        ("TAB", "Qualified") => "已达标␟线索",
        ("TAB", "Unassigned") => "未分配",
        ("TAB", "Converted") => "已转化",
        ("TAB", "Disqualified") => "已淘汰",
        ("TAB", "All") => "全部",
        ("EXPECTED", "none") => "没有预计成交日期",
        ("EXPECTED", _) => new Text("预计成交 {0}", value),
        ("PROVINCE", _) => new Text("省份 {0}", value),
        ("REFERREDBYID", _) => "某客户转介绍的",
        ("CUSTOMERID", _) => "某一家客户的",
        _ => new Text("其他筛选：{0}", name),
    };

    private static string? Condition(KeyValuePair<string, string> pair, IReadOnlyList<FilterField> fields)
    {
        if (fields.FirstOrDefault(field => pair.Key.Equals(field.Simple, StringComparison.OrdinalIgnoreCase)) is not { } field)
        {
            return null;
        }

        var condition = new Condition(field.Code, field.Operators[0], pair.Value);
        return field.Reads(condition) ? condition.ToString() : null;
    }
}
