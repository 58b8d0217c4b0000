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

/// <summary>The two values that a cell in conflict has beside the file's own.</summary>
/// <param name="Downloaded">When the file was downloaded.</param>
/// <param name="Now">At present.</param>
public sealed record Clash(string Downloaded, string Now);

/// <summary>A cell that somebody edited while its record was changed here.</summary>
internal sealed record EditedCell(string Field, Text Label, string Downloaded, string Mine);

/// <summary>A row that somebody edited while its record was changed here.</summary>
internal sealed record RowConflict(IReadOnlyList<EditedCell> Edited)
{
    /// <summary>Once it is known what the row would change: refuses it with the three values of each edited cell that would change something.</summary>
    public void Tell(ImportRow row)
    {
        var named = Edited.ToLookup(cell => row.Changes.Exists(change => change.Label.Format == cell.Label.Format));
        var rest = row.Changes.FindAll(change => named[true].All(cell => cell.Label.Format != change.Label.Format));

        // A cell such as name/post/phone changes fields that are called otherwise than its column.
        var problems = named[true].Select(cell => Of(row, cell, row.Changes.Find(change => change.Label.Format == cell.Label.Format)!.Before ?? ""))
            .Concat(named[false].Where(_ => rest.Count > 0).Select(cell => Of(row, cell, string.Join('、', rest.Select(change => change.Before).Where(before => !string.IsNullOrEmpty(before))))))
            .ToList();
        if (problems.Count > 0)
        {
            row.Refuse(problems);
        }
    }

    private static RowProblem Of(ImportRow row, EditedCell cell, string now)
        => new(cell.Field, cell.Label, row.ColumnOf(cell.Field), cell.Mine, new Text("下载后这条记录已被改动（{0}）：下载时“{1}”，您改成“{2}”，现在是“{3}”", cell.Label, Short(cell.Downloaded), Short(cell.Mine), Short(now)))
        {
            Clash = new Clash(cell.Downloaded, now),
        };

    private static string Short(string value) => CleanText.Shortened(value.ReplaceLineEndings(" "), 60);
}
