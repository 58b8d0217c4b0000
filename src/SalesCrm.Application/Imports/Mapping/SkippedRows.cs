using SalesCrm.Application.Shared.Spreadsheets;

namespace SalesCrm.Application.Imports.Mapping;

/// <summary>Rows that the profile leaves out, such as those that the other system has marked as deleted.</summary>
internal sealed class SkippedRows(MappingProfile profile, TableHeader header)
{
    private readonly List<(TableColumn Column, HashSet<string> Values)> _conditions = profile.SkipWhere
        .Select(pair => (MappedColumns.ColumnOf(pair.Key, header), pair.Value.Select(value => value.Trim()).ToHashSet(StringComparer.OrdinalIgnoreCase))).ToList();

    public int Count { get; private set; }

    public bool Has(TableRow row)
    {
        if (!_conditions.Exists(condition => condition.Values.Contains(row[condition.Column.Column].Raw.Trim())))
        {
            return false;
        }

        Count++;
        return true;
    }
}
