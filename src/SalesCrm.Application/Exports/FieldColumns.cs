using SalesCrm.Application.Database;
using SalesCrm.Application.Fields;
using SalesCrm.Application.Shared.Spreadsheets;

namespace SalesCrm.Application.Exports;

/// <summary>The fields of the admin's own as the last columns of a sheet.</summary>
internal sealed class FieldColumns(CrmDbContext db, IReadOnlyList<FieldDefinition> fields)
{
    /// <summary>One value of a record, as the query of a sheet brings it along.</summary>
    internal sealed record Value(long FieldId, long? Number, string? Text);

    public static FieldColumns None(CrmDbContext db) => new(db, []);

    public IReadOnlyList<SheetColumn> After(IReadOnlyList<SheetColumn> columns) => [.. columns, .. fields.Select(field => new SheetColumn(field.Name))];

    /// <summary>All values that the columns may show; a query takes those of its record.</summary>
    public IQueryable<FieldValue> Values
    {
        get
        {
            var ids = fields.Select(one => one.Id).ToList();
            return db.FieldValues.Where(value => ids.Contains(value.FieldId));
        }
    }

    public IReadOnlyList<SheetCell> After(IReadOnlyList<SheetCell> cells, IReadOnlyList<Value> values)
        => fields.Count == 0 ? cells : [.. cells, .. fields.Select(field => values.FirstOrDefault(value => value.FieldId == field.Id) is { } value ? new FieldCell(value.Number, value.Text).ToSheet(field) : default)];
}
