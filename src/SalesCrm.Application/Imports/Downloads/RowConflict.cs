using SalesCrm.Application.Imports.Rows;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Texts;

namespace SalesCrm.Application.Imports.Downloads;

/// <summary>What becomes of rows whose record was changed here after the file was downloaded.</summary>
public enum ConflictChoice
{
    /// <summary>They are refused and shown.</summary>
    Refuse = 0,

    /// <summary>The cells that were edited in the file are written.</summary>
    Mine = 1,

    /// <summary>What stands here stays.</summary>
    Theirs = 2,
}

/// <summary>The present version of a record.</summary>
internal sealed record RecordVersion(long Id, Guid Version);

/// <summary>A row that somebody edited while its record was changed here.</summary>
/// <param name="Edited">The edited fields by their labels, and what their cells held when the file was downloaded.</param>
internal sealed record RowConflict(IReadOnlyDictionary<string, (string Field, string Downloaded, string Mine)> Edited)
{
    /// <summary>Once it is known what the row would change: refuses it with the three values of each field.</summary>
    public void Tell(ImportRow row)
    {
        if (row.Changes.Count == 0)
        {
            return;
        }

        row.Refuse(row.Changes.ConvertAll(change =>
        {
            var (field, downloaded, mine) = Edited.GetValueOrDefault(change.Label.Format, ("", "", change.Now ?? ""));
            return new RowProblem(field, change.Label, row.ColumnOf(field), mine, new Text("下载后这条记录已被改动（{0}）：下载时“{1}”，您改成“{2}”，现在是“{3}”", change.Label, Short(downloaded), Short(mine), Short(change.Before ?? "")));
        }));
    }

    private static string Short(string value) => CleanText.Shortened(value.ReplaceLineEndings(" "), 60);
}
