using SalesCrm.Application.Shared.Spreadsheets;

namespace SalesCrm.Application.Imports.Mapping;

/// <summary>What the columns of a file probably are, by their Chinese or English names.</summary>
internal static class HeaderGuess
{
    /// <summary>Header → field, for the columns that have a known name; each field at most once.</summary>
    public static IReadOnlyDictionary<string, string> Of(TableHeader header, IReadOnlyList<ImportField> fields)
    {
        var names = new Dictionary<string, ImportField>(StringComparer.Ordinal);
        foreach (var field in fields)
        {
            foreach (var name in NamesOf(field))
            {
                names.TryAdd(MappedColumns.Key(name), field);
            }
        }

        var guess = new Dictionary<string, string>();
        var taken = new HashSet<ImportField>();
        foreach (var column in header.Columns)
        {
            if (!guess.ContainsKey(column.Name) && names.GetValueOrDefault(MappedColumns.Key(column.Name)) is { } field && (taken.Add(field) || field.Joins))
            {
                guess[column.Name] = field.Name;
            }
        }

        return guess;
    }

    /// <summary>Every name by which a column of this field is known.</summary>
    public static IEnumerable<string> NamesOf(ImportField field) => [field.Label.Format, field.Name, .. field.Headers];
}
