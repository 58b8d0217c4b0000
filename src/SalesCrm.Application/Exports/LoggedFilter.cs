using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Database;
using SalesCrm.Application.Deals;
using SalesCrm.Application.Fields;
using SalesCrm.Application.Filters;
using SalesCrm.Application.Leads;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Surveys;
using SalesCrm.Application.Visits;

namespace SalesCrm.Application.Exports;

/// <summary>What narrowed an export, from its entry in the audit trail, in the words that its list has for it.</summary>
internal sealed class LoggedFilter(CrmDbContext db, ConditionWords words, Actor actor)
{
    /// <summary>By the name that an entry has for the list.</summary>
    private static readonly Dictionary<string, (Type Filter, FieldSubject? Subject)> Lists = new()
    {
        ["客户"] = (typeof(CustomerFilter), FieldSubject.Customer),
        ["商机"] = (typeof(OpportunityFilter), FieldSubject.Opportunity),
        ["线索"] = (typeof(LeadFilter), FieldSubject.Lead),
        ["跟进"] = (typeof(VisitFilter), null),
        ["成交"] = (typeof(DealList.Filter), null),
        ["满意度调查"] = (typeof(SurveyList.Filter), null),
    };

    private readonly Dictionary<long, string?> _people = [];

    /// <param name="what">The list or template.</param>
    /// <param name="filter">As it was written down; nothing where nothing narrowed it.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<IReadOnlyList<Text>> SayAsync(string what, JsonElement filter, CancellationToken cancellationToken)
    {
        if (filter.ValueKind != JsonValueKind.Object)
        {
            return [];
        }

        var (type, subject) = Lists.GetValueOrDefault(what);
        var pairs = filter.EnumerateObject().SelectMany(field => PairsOf(type, field.Name, field.Value)).ToList();
        if (subject is { } list)
        {
            return [.. (await words.SayAsync(list, pairs, actor, cancellationToken)).Select(sentence => sentence ?? "一个您看不到的条件")];
        }

        var said = new List<Text>();
        foreach (var (name, value) in pairs)
        {
            said.Add(await SayAsync(what, name, value, cancellationToken));
        }

        return said;
    }

    private async Task<Text> SayAsync(string what, string name, string value, CancellationToken cancellationToken) => (name, value) switch
    {
        ("From", _) => new Text("从 {0}", DayOf(value)),
        ("Until", _) => new Text("到 {0}", DayOf(value)),
        ("Period", _) => new Text("统计周期 {0}", value),
        ("Round", _) => new Text("轮次 {0}", value),
        ("View", VisitFilter.Open) => "待确认",
        ("View", VisitFilter.Overdue) => "已逾期",
        ("View", VisitFilter.Archived) => "已归档",
        ("Method", _) when Enum.TryParse<VisitMethod>(value, out var method) => method.Name(),
        ("VisitorId", _) => new Text("回访人 {0}", await PersonAsync(value, cancellationToken)),
        ("OwnerId", _) => new Text(what == "成交" ? "负责人 {0}" : "跟进人 {0}", await PersonAsync(value, cancellationToken)),
        _ => SimpleFilters.Words(name, value),
    };

    /// <summary>One property of a filter as the list's address would say it; nothing where it asks nothing.</summary>
    private static IEnumerable<KeyValuePair<string, string>> PairsOf(Type? filter, string name, JsonElement value) => (name, value.ValueKind) switch
    {
        (_, JsonValueKind.Null or JsonValueKind.False) => [],
        ("Conditions", JsonValueKind.Object) => PartsOf(value).Select(part => KeyValuePair.Create(ConditionSet.Parameter, ConditionOf(part))),
        ("Fields", JsonValueKind.Object) => PartsOf(value).SelectMany(OwnPairsOf),
        ("Undated", _) => [KeyValuePair.Create("Expected", "none")],
        ("ClosePassed", _) => [KeyValuePair.Create("Passed", "true")],
        ("Text", JsonValueKind.String) => [KeyValuePair.Create("Q", value.GetString()!)],
        (_, JsonValueKind.String) => [KeyValuePair.Create(name, value.GetString()!)],
        (_, JsonValueKind.Number) => ChosenOf(filter?.GetProperty(name)?.PropertyType, value) is { } chosen ? [KeyValuePair.Create(name, chosen)] : [],
        (_, JsonValueKind.True) => [KeyValuePair.Create(name, "true")],
        _ => [],
    };

    private static JsonElement.ArrayEnumerator PartsOf(JsonElement set) => set.GetProperty("Conditions").EnumerateArray();

    private static string ConditionOf(JsonElement part)
        => new Condition(part.GetProperty("Field").GetString()!, (Operator)part.GetProperty("Operator").GetInt32(), part.GetProperty("Value").GetString()!).ToString();

    private static IEnumerable<KeyValuePair<string, string>> OwnPairsOf(JsonElement part)
    {
        var name = "f." + part.GetProperty("FieldId").GetRawText();
        return part.GetProperty("Values").EnumerateArray().Select(value => (name, value.GetString())).Append((name + ".from", part.GetProperty("From").GetString())).Append((name + ".to", part.GetProperty("To").GetString()))
            .Where(pair => pair.Item2 is not null).Select(pair => KeyValuePair.Create(pair.Item1, pair.Item2!));
    }

    /// <summary>An id, or the name of an enumeration's member; null for the tab that is open anyway.</summary>
    private static string? ChosenOf(Type? type, JsonElement value)
    {
        var one = type is null ? null : Nullable.GetUnderlyingType(type) ?? type;
        return one is not { IsEnum: true } ? value.GetRawText() : type == one && value.GetInt32() == 0 ? null : Enum.ToObject(one, value.GetInt32()).ToString();
    }

    private static object DayOf(string value) => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : value;

    private async Task<string> PersonAsync(string value, CancellationToken cancellationToken)
    {
        var id = long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? read : 0;
        if (!_people.TryGetValue(id, out var name))
        {
            _people[id] = name = await db.Users.Where(user => user.Id == id).Select(user => user.DisplayName).SingleOrDefaultAsync(cancellationToken);
        }

        return name ?? value;
    }
}
