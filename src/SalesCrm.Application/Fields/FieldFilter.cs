using System.Globalization;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared.Texts;

namespace SalesCrm.Application.Fields;

/// <summary>What a list demands of one of the admin's fields, as its address says it.</summary>
/// <param name="FieldId">The field; one that the reader does not see demands nothing.</param>
/// <param name="Values">Of a text one that it contains, of a choice any of these ids, of yes or no <c>true</c> or <c>false</c>.</param>
/// <param name="From">The smallest number or amount, or the first day.</param>
/// <param name="To">The largest, or the last day, which belong to it.</param>
public sealed record FieldCondition(long FieldId, IReadOnlyList<string> Values, string? From, string? To);

/// <summary>All that a list demands of the admin's fields: <c>f.12=…</c>, several times for a choice, <c>f.12.from=…</c>, <c>f.12.to=…</c>.</summary>
public sealed record FieldFilter(IReadOnlyList<FieldCondition> Conditions)
{
    private const int MostConditions = 20;

    /// <summary>Null where the address demands nothing of them.</summary>
    public static FieldFilter? Of(IEnumerable<KeyValuePair<string, string?>> query)
    {
        var parts = query.Where(pair => !string.IsNullOrWhiteSpace(pair.Value) && pair.Key.StartsWith("f.", StringComparison.OrdinalIgnoreCase))
            .Select(pair => (Name: pair.Key[2..].Split('.'), pair.Value))
            .Where(pair => long.TryParse(pair.Name[0], NumberStyles.None, CultureInfo.InvariantCulture, out _))
            .GroupBy(pair => long.Parse(pair.Name[0], CultureInfo.InvariantCulture))
            .Take(MostConditions)
            .Select(group => new FieldCondition(group.Key, [.. group.Where(pair => pair.Name.Length == 1).Select(pair => pair.Value!)], End(group, "from"), End(group, "to")))
            .Where(condition => condition.Values.Count > 0 || condition.From is not null || condition.To is not null)
            .ToList();
        return parts.Count == 0 ? null : new FieldFilter(parts);

        static string? End(IEnumerable<(string[] Name, string? Value)> group, string end)
            => group.FirstOrDefault(pair => pair.Name is [_, var which] && which.Equals(end, StringComparison.OrdinalIgnoreCase)).Value;
    }

    public FieldCondition? On(long fieldId) => Conditions.FirstOrDefault(condition => condition.FieldId == fieldId);

    /// <summary>The conditions that can be read and whose fields are seen, each as the rows of values that fulfil it.</summary>
    internal IReadOnlyList<IQueryable<FieldValue>> Resolve(CrmDbContext db, IReadOnlyList<FieldDefinition> fields)
        => [.. Conditions.Select(condition => fields.FirstOrDefault(field => field.Id == condition.FieldId) is { } field ? Matching(db, field, condition) : null).OfType<IQueryable<FieldValue>>()];

    private static IQueryable<FieldValue>? Matching(CrmDbContext db, FieldDefinition field, FieldCondition condition)
    {
        var values = db.FieldValues.Where(value => value.FieldId == field.Id);
        switch (field.Type)
        {
            case FieldType.Text:
                return CleanText.Line(condition.Values.FirstOrDefault()) is { } part ? values.Where(value => value.Text != null && value.Text.Contains(part)) : null;
            case FieldType.Choice or FieldType.YesNo:
                var wanted = condition.Values.Select(typed => FieldTyping.Read(field, typed).Value?.Number ?? Archived(field, typed)).Where(number => number is not null).Distinct().ToList();
                return wanted switch
                {
                    [] => null,
                    [{ } only] => values.Where(value => value.Number == only),
                    _ => values.Where(value => value.Number != null && wanted.Contains(value.Number)),
                };
            default:
                var (from, to) = (FieldTyping.Read(field, condition.From).Value?.Number, FieldTyping.Read(field, condition.To).Value?.Number);
                values = from is { } first ? values.Where(value => value.Number >= first) : values;
                values = to is { } last ? values.Where(value => value.Number <= last) : values;
                return from is null && to is null ? null : values;
        }
    }

    /// <summary>Records may still have it.</summary>
    private static long? Archived(FieldDefinition field, string typed)
        => long.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && field.Options.Any(option => option.Id == id) ? id : null;
}

/// <summary>Narrows a list by the admin's fields.</summary>
internal static class FieldNarrowing
{
    /// <param name="rows">The list, from its scope.</param>
    /// <param name="conditions">As <see cref="FieldFilter.Resolve"/> gives them.</param>
    /// <param name="fetched">
    /// The values that fulfil the first condition are few, or few of them have to be looked at: start from them. Otherwise each record is asked whether it
    /// fulfils it, on the way along the list's order.
    /// </param>
    internal static IQueryable<T> Narrowed<T>(this IQueryable<T> rows, IReadOnlyList<IQueryable<FieldValue>> conditions, bool fetched = false)
        where T : class, IAudited
    {
        for (var at = 0; at < conditions.Count; at++)
        {
            var values = conditions[at];
            rows = fetched && at == 0
                ? rows.Join(values, row => row.Id, value => value.RecordId, (row, _) => row)
                : rows.Where(row => values.Any(value => value.RecordId == row.Id));
        }

        return rows;
    }
}
