using SalesCrm.Application.Customers;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Application.Grading.Overrides;

/// <summary>A grade that a file brings is kept as an override, so that the rule never silently overwrites it; the card shows both.</summary>
internal static class ImportedGrade
{
    internal const string Reason = "导入";

    /// <summary>
    /// True when the grade was another one before. A file that says what already counts changes nothing, so that an exported file imports
    /// again without a change. The customer needs his id.
    /// </summary>
    internal static bool Take(CrmDbContext db, Customer customer, Grade imported, long byId, CompanyClock clock)
    {
        if (customer.Grade == imported)
        {
            return false;
        }

        var from = customer.Grade;
        customer.OverrideGradeWith(imported, Reason, null, byId is 0 ? null : byId);
        GradeBook.Note(db, customer, from, Reason, null, clock, byId);
        return true;
    }
}
