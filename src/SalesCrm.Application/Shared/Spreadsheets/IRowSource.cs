namespace SalesCrm.Application.Shared.Spreadsheets;

/// <summary>Rows of one sheet in one format, forward only.</summary>
internal interface IRowSource : IDisposable
{
    int MergedRanges { get; }

    /// <summary>The next row with content, or null at the end.</summary>
    TableRow? Next();
}
