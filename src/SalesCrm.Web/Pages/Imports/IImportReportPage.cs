using SalesCrm.Application.Imports.Uploads;

namespace SalesCrm.Web.Pages.Imports;

/// <summary>A page that shows the report of an import: the dry run before it, or the result after it.</summary>
public interface IImportReportPage
{
    ImportDetails.Card Import { get; }

    /// <summary>Only rows of this outcome; all when null.</summary>
    string? Rows { get; }

    /// <summary>The page's own address.</summary>
    string Path { get; }

    /// <summary>The next sheet of the same workbook, when this one has been written and others have not.</summary>
    string? FurtherSheet => null;

    /// <summary>What this person may let the import create.</summary>
    IReadOnlyList<string> Creatable => [];
}
