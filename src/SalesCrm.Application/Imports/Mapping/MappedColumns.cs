using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Spreadsheets;
using SalesCrm.Application.Shared.Texts;

namespace SalesCrm.Application.Imports.Mapping;

/// <summary>A field and the columns of this file that fill it.</summary>
/// <param name="Rule">How the columns become one cell; none for plain columns.</param>
/// <param name="Template">The rule's template, with its columns found.</param>
internal sealed record MappedField(ImportField Field, IReadOnlyList<TableColumn> Columns, IReadOnlyDictionary<string, string> Values, string? Default, FieldRule? Rule = null, CellTemplate? Template = null);

/// <summary>A profile laid over the header of a file.</summary>
internal static class MappedColumns
{
    /// <summary>How headers are compared: script, width, case, blanks and punctuation do not matter.</summary>
    public static string Key(string header) => NameKey.Of(header) is { Length: > 0 } key ? key : header.Trim();

    /// <exception cref="MappingRefusedException">The profile names a field that the kind has not, or a column that the file has not, or misses a required field.</exception>
    public static IReadOnlyList<MappedField> Of(MappingProfile profile, IReadOnlyList<ImportField> fields, TableHeader header)
    {
        var byName = fields.ToDictionary(field => field.Name, StringComparer.OrdinalIgnoreCase);
        var columns = profile.Columns.Where(pair => pair.Value.Length > 0)
            .Select(pair => (Column: ColumnOf(pair.Key, header), Field: FieldOf(pair.Value)))
            .ToLookup(pair => pair.Field, pair => pair.Column);
        if (columns.FirstOrDefault(group => group.Count() > 1 && !group.Key.Joins) is { } twice)
        {
            throw new MappingRefusedException(new Text("有两列都对应“{0}”：{1}", twice.Key.Label, string.Join('、', twice.Select(column => column.Name))));
        }

        var rules = profile.Fields.ToDictionary(pair => FieldOf(pair.Key), pair => pair.Value);
        if (rules.Keys.FirstOrDefault(columns.Contains) is { } both)
        {
            throw new MappingRefusedException(new Text("“{0}”既有对应的列，又有规则，请只留一个", both.Label));
        }

        foreach (var name in profile.Values.Keys.Concat(profile.Defaults.Keys))
        {
            FieldOf(name);
        }

        var mapped = fields.Where(field => columns.Contains(field) || rules.ContainsKey(field) || DefaultOf(field) is not null)
            .Select(field => rules.TryGetValue(field, out var rule) ? Ruled(field, rule) : new MappedField(field, columns[field].OrderBy(column => column.Column).ToList(), ValuesOf(field), DefaultOf(field)))
            .ToList();
        if (mapped.Count == 0 || mapped.All(field => field.Columns.Count == 0))
        {
            throw new MappingRefusedException("没有一列能对应上，请检查表头");
        }

        var missing = fields.Where(field => field.IsLackingIn(name => mapped.Exists(other => other.Field.Name == name))).ToList();
        return missing.Count > 0 ? throw new MappingRefusedException(new Text("缺少必填的列“{0}”", string.Join('、', missing.Select(field => Translations.Current.Say(field.Label))))) : mapped;

        MappedField Ruled(ImportField field, FieldRule rule)
        {
            var template = rule.Template.Count == 0 ? null : new CellTemplate(rule.Template, name => ColumnOf(name, header));
            return new(field, template?.Columns ?? FirstOf(rule.From, header), ValuesOf(field), DefaultOf(field), rule, template);
        }

        ImportField FieldOf(string name) => byName.GetValueOrDefault(name)
            ?? throw new MappingRefusedException(new Text("不认识字段“{0}”，可用的有：{1}", CleanText.Shortened(name, 40), string.Join('、', byName.Keys)));

        IReadOnlyDictionary<string, string> ValuesOf(ImportField field)
            => profile.Values.FirstOrDefault(pair => pair.Key.Equals(field.Name, StringComparison.OrdinalIgnoreCase)).Value is { } values
                ? values.GroupBy(pair => Key(pair.Key)).ToDictionary(group => group.Key, group => group.First().Value, StringComparer.Ordinal)
                : new Dictionary<string, string>();

        string? DefaultOf(ImportField field) => profile.Defaults.FirstOrDefault(pair => pair.Key.Equals(field.Name, StringComparison.OrdinalIgnoreCase)).Value;
    }

    /// <summary>Of several columns that may stand for each other one has to be there.</summary>
    private static List<TableColumn> FirstOf(IReadOnlyList<string> names, TableHeader header)
        => names.Where(name => header.Columns.Any(column => Key(column.Name) == Key(name))).DefaultIfEmpty(names[0]).Select(name => ColumnOf(name, header)).ToList();

    public static TableColumn ColumnOf(string name, TableHeader header)
    {
        var matches = header.Columns.Where(column => Key(column.Name) == Key(name)).ToList();
        return matches switch
        {
            [] => throw new MappingRefusedException(new Text("文件里没有“{0}”这一列，现有：{1}", CleanText.Shortened(name, 40), string.Join('、', header.Columns.Take(30).Select(column => CleanText.Shortened(column.Name, 30))))),
            [var only] => only,
            _ => throw new MappingRefusedException(new Text("有 {0} 列都叫“{1}”，请先改名", matches.Count, CleanText.Shortened(name, 40))),
        };
    }
}
