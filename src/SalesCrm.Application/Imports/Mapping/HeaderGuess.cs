using SalesCrm.Application.Imports.External;
using SalesCrm.Application.Imports.Running;
using SalesCrm.Application.Shared.Spreadsheets;

namespace SalesCrm.Application.Imports.Mapping;

/// <summary>What the columns of a file probably are, by their Chinese or English names.</summary>
/// <param name="Columns">Header → field; each field at most once, unless it joins columns.</param>
/// <param name="Fields">Names of people that the file has in halves.</param>
internal sealed record HeaderGuess(IReadOnlyDictionary<string, string> Columns, IReadOnlyDictionary<string, FieldRule> Fields)
{
    private const int RowsLookedAt = 5;
    private const int DigitsOfNumbering = 4;

    /// <summary>How much of the file is understood, for finding out what its rows are.</summary>
    public int Weight(IReadOnlyList<ImportField> fields)
    {
        var known = Columns.Values.Concat(Fields.Keys).ToHashSet(StringComparer.Ordinal);
        return known.Count + Fields.Count + (known.Count > 0 && !fields.Any(field => field.IsLackingIn(known.Contains)) ? 3 : 0);
    }

    public static HeaderGuess Of(ImportSheet sheet, IReadOnlyList<ImportField> fields)
    {
        var free = sheet.Header.Columns.GroupBy(column => MappedColumns.Key(column.Name), StringComparer.Ordinal).Where(group => group.Count() == 1)
            .ToDictionary(group => group.Key, group => group.Single(), StringComparer.Ordinal);
        var columns = new Dictionary<string, string>();
        var taken = new HashSet<string>(StringComparer.Ordinal);

        // A column that is called exactly as a field means it, whatever others it could stand for.
        foreach (var field in fields)
        {
            Take(field, PlainNamesOf(field));
        }

        foreach (var field in fields.OrderByDescending(field => field.IsOwn))
        {
            Take(field, field.Headers);
        }

        var rules = fields.Where(field => field.IsPerson && !taken.Contains(field.Name)).Select(field => (field.Name, Rule: WholeName(free))).Where(pair => pair.Rule is not null).ToDictionary(pair => pair.Name, pair => pair.Rule!);
        return new(columns, rules);

        void Take(ImportField field, IEnumerable<string> names)
        {
            foreach (var key in names.Select(MappedColumns.Key).Where(free.ContainsKey))
            {
                if ((field.Joins || !taken.Contains(field.Name)) && !(field.Name == ExternalBook.Own && key == "id" && Numbers(sheet, free[key])))
                {
                    columns[free[key].Name] = field.Name;
                    taken.Add(field.Name);
                    free.Remove(key);
                }
            }
        }
    }

    /// <summary>Every name by which a column of this field is known.</summary>
    public static IEnumerable<string> NamesOf(ImportField field) => [.. PlainNamesOf(field), .. field.Headers];

    /// <summary>Its own names, which no field of the admin's may have.</summary>
    public static IEnumerable<string> PlainNamesOf(ImportField field) => [field.Label.Format, field.Name];

    private static FieldRule? WholeName(Dictionary<string, TableColumn> free)
    {
        foreach (var (first, second, joint) in HeaderWords.NameHalves)
        {
            if (ColumnOf(first) is { } one && ColumnOf(second) is { } two)
            {
                return new FieldRule { Template = [$"{{{one.Name}}}{joint}{{{two.Name}}}"] };
            }
        }

        return null;

        TableColumn? ColumnOf(string[] names) => names.Select(name => free.GetValueOrDefault(MappedColumns.Key(name))).FirstOrDefault(column => column is not null && !column.Name.Contains('{', StringComparison.Ordinal));
    }

    /// <summary>The column only numbers the rows of this list; another list's first row is another record.</summary>
    private static bool Numbers(ImportSheet sheet, TableColumn column)
        => sheet.Sheet.RowsBelow(sheet.Header).Take(RowsLookedAt).Select(row => row[column.Column].Raw.Trim()).All(text => text.Length <= DigitsOfNumbering && text.All(char.IsAsciiDigit));
}
