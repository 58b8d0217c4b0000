using SalesCrm.Application.Imports.Kinds;
using SalesCrm.Application.Imports.Mapping;
using SalesCrm.Application.Imports.Rows;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Application.Imports.Running;

/// <summary>
/// Which rows of a file may be about the same record. A dry run writes nothing and so cannot find again what an earlier batch would have created; with this it keeps only the few records that come again
/// instead of all of them.
/// </summary>
internal sealed class RepeatedRows
{
    private readonly ImportKind _kind;
    private readonly bool _isKnown;
    private readonly HashSet<int> _several = [];

    private RepeatedRows(ImportKind kind, bool isKnown) => (_kind, _isKnown) = (kind, isKnown);

    public static RepeatedRows Of(ImportSheet sheet, ImportKind kind, IReadOnlyList<MappedField> mapped, MappingProfile profile, CompanyClock clock, CancellationToken cancellationToken)
    {
        var fields = mapped.Where(field => kind.Identity.Contains(field.Field.Name)).ToList();
        var (repeated, seen) = (new RepeatedRows(kind, fields.Count > 0), new HashSet<int>());
        var reader = new RowReader(fields, new SkippedRows(profile, sheet.Header), new DayShape(clock.Zone, profile.Dates));
        foreach (var row in fields.Count == 0 ? [] : sheet.Sheet.RowsBelow(sheet.Header, null, cancellationToken).Select(reader.Read).OfType<ImportRow>())
        {
            if (!seen.Add(kind.IdentityOf(row)))
            {
                repeated._several.Add(kind.IdentityOf(row));
            }
        }

        return repeated;
    }

    /// <summary>True also where nothing is known of it.</summary>
    public bool Has(ImportRow row) => !_isKnown || _several.Contains(_kind.IdentityOf(row));
}
