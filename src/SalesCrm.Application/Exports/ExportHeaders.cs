using SalesCrm.Application.Fields;

namespace SalesCrm.Application.Exports;

/// <summary>The headers of what leaves as a list; a field of the admin's own stands behind them under a name of its own.</summary>
internal sealed class ExportHeaders : IReservedNames
{
    public IEnumerable<string> Of(FieldSubject subject) => (subject switch
    {
        FieldSubject.Customer => CustomerListSheet.Columns,
        FieldSubject.Lead => LeadListSheet.Columns,
        FieldSubject.Opportunity => SalesListSheets.OpportunityColumns,
        _ => [],
    }).Select(column => column.Header);
}
