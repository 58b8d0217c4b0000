using SalesCrm.Application.Imports.Mapping;
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
/// <param name="Id">The record.</param>
/// <param name="Version">As it is now.</param>
/// <param name="Name">What its kind's title field holds now.</param>
internal sealed record RecordVersion(long Id, Guid Version, string Name)
{
    /// <summary>To whom it belongs; null for kinds whose records belong to no customer.</summary>
    public NamedCustomer? Customer { get; init; }
}

/// <summary>A customer as he is called now.</summary>
internal sealed record NamedCustomer(long Id, string Name);

/// <summary>The two values that a cell in conflict has beside the file's own.</summary>
/// <param name="Downloaded">When the file was downloaded.</param>
/// <param name="Now">At present.</param>
public sealed record Clash(string Downloaded, string Now);

/// <summary>A cell that somebody edited while its record was changed here.</summary>
/// <param name="Row">The row of the file.</param>
/// <param name="Field">The cell's column.</param>
/// <param name="Downloaded">What stood there when the file was downloaded.</param>
/// <param name="Mine">What stands there now.</param>
/// <param name="Beside">The cells without which nobody knows what this one is about, as they were downloaded.</param>
internal sealed record EditedCell(ImportRow Row, MappedField Field, string Downloaded, string Mine, IReadOnlyDictionary<MappedField, string> Beside)
{
    /// <summary>The refusal with the three values.</summary>
    public RowProblem Problem(Clash clash)
        => new(Field.Field.Name, Field.Field.Label, Field.Columns[0].Column, Mine, new Text("下载后这一格已被改动（{0}）：下载时“{1}”，您改成“{2}”，现在是“{3}”", Field.Field.Label, Short(Downloaded), Short(Mine), Short(clash.Now)))
        {
            Clash = clash,
        };

    private static string Short(string value) => CleanText.Shortened(value.ReplaceLineEndings(" "), 60);
}
