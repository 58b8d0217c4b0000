using SalesCrm.Application.Imports.Downloads;
using SalesCrm.Application.Imports.Kinds;
using SalesCrm.Application.Imports.Mapping;
using SalesCrm.Application.Imports.Running;
using SalesCrm.Application.Shared.Spreadsheets;

namespace SalesCrm.Application.Imports.Uploads;

/// <summary>What the rows of a sheet are, where nobody said it.</summary>
internal static class KindGuess
{
    /// <summary>The one of these kinds that knows most of the headers.</summary>
    public static string Of(TableFile file, string fileName, TableSheet sheet, IEnumerable<string> kinds)
        => kinds.MaxBy(name => ImportKinds.Create(name) is var kind ? HeaderGuess.Of(ImportSheet.Of(file, sheet.Name, kind.Fields), kind.Fields).Weight(kind.Fields) + FileNameGuess.WeightOf(name, fileName, sheet.Name) : 0)!;

    /// <summary>The kind of a sheet that went out of here, as a template or as a list; null for any other. Whoever brings it back means nothing else, even where he may not import such records.</summary>
    public static string? OfOwn(TableFile file, string fileName, TableSheet sheet)
    {
        if (sheet.FindHeader() is not { } header)
        {
            return null;
        }

        if (Templates.Find(sheet.Name) is { } template && template.Columns.All(column => header.Columns.Any(other => other.Name == column.Header)))
        {
            return template.Kind;
        }

        // A workbook names its list by the sheet; a text file has only its headers.
        return header.Columns.Any(column => column.Name == RowVersions.Column) ? Of(file, fileName, sheet, ImportKinds.All.Select(kind => kind.Name))
            : file.Sheets.Any(other => other.Name is RowVersions.Sheet or RowVersions.NoteSheet) ? ImportKinds.All.FirstOrDefault(kind => kind.Title.ToString() == sheet.Name)?.Name
            : null;
    }
}
