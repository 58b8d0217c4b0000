using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using SalesCrm.Application.Fields;
using SalesCrm.Application.Filters;
using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Web.Pages.Filters;

/// <summary>The row of the builder in which a condition is put together.</summary>
public sealed class ConditionForm
{
    [FromQuery(Name = "field")]
    public string? Field { get; set; }

    [FromQuery(Name = "op")]
    public Operator? Op { get; set; }

    [FromQuery(Name = "value")]
    public List<string> Value { get; set; } = [];

    /// <summary>Of a day: so many from today.</summary>
    [FromQuery(Name = "days")]
    public string? Days { get; set; }

    /// <summary><c>ago</c> or <c>ahead</c>.</summary>
    [FromQuery(Name = "when")]
    public string? When { get; set; }

    [FromQuery(Name = "date")]
    public string? Date { get; set; }

    [FromQuery(Name = "add")]
    public bool Add { get; set; }

    /// <summary>The field that the row was shown for; another one than <see cref="Field"/> when the field has just been changed.</summary>
    [FromQuery(Name = "of")]
    public string? Of { get; set; }

    /// <summary>Where to go with what is put together: <c>list</c>, <c>new</c>, <c>edit</c>, <c>board</c>.</summary>
    [FromQuery(Name = "then")]
    public string? Then { get; set; }

    /// <summary>Whether somebody has begun to say what is asked of the field.</summary>
    public bool IsBegun(FilterField field, Operator asked) => asked is Operator.Empty or Operator.Filled || Text(field).Length > 0;

    /// <summary>What was typed for another field stays where it can mean the same for this one: choices and yes or no never do.</summary>
    public void CarryOver(FilterField from, FilterField to)
    {
        if (from.Kind is FilterKind.Choice or FilterKind.YesNo || to.Kind is FilterKind.Choice or FilterKind.YesNo)
        {
            Value = [];
        }
    }

    /// <summary>As it stands in the address; empty with a reason where something is missing or wrong.</summary>
    public (IReadOnlyList<KeyValuePair<string, string>> Pairs, Text Problem) Read(FilterField field, Operator asked)
    {
        var condition = new Condition(field.Code, asked, Text(field));
        if (!field.Reads(condition))
        {
            return ([], condition.Value.Length > 0 ? new Text("看不懂“{0}”", condition.Value.Length > 40 ? condition.Value[..40] : condition.Value)
                : field.Kind == FilterKind.Choice ? "请至少选一项" : "请填写内容");
        }

        return field.Own is null
            ? ([KeyValuePair.Create(ConditionSet.Parameter, condition.ToString())], "")
            : ([.. OwnValues(field, condition).Select(value => KeyValuePair.Create(field.Code + (asked == Operator.Ge ? ".from" : asked == Operator.Le ? ".to" : ""), value))], "");
    }

    private static IEnumerable<string> OwnValues(FilterField field, Condition condition) => field.Own!.Type == FieldType.Choice ? condition.Values : [condition.Value];

    private string Text(FilterField field)
    {
        if (field.Kind != FilterKind.Date)
        {
            return field.Kind == FilterKind.Choice ? string.Join(',', Value.Where(value => value.Length > 0)) : Value.FirstOrDefault()?.Trim() ?? "";
        }

        var days = Days?.Trim() ?? "";
        return Date is { Length: > 0 } || field.Own is not null ? Date?.Trim() ?? ""
            : int.TryParse(days, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? (When == "ahead" || number == 0 ? "" : "-") + number.ToString(CultureInfo.InvariantCulture) + "d"
            : days;
    }
}
