namespace SalesCrm.Application.Shared.Spreadsheets;

/// <summary>How much of an uploaded table is read before it is refused.</summary>
public sealed record TableLimits
{
    public static TableLimits Default { get; } = new();

    public long FileBytes { get; init; } = 20L << 20;

    /// <summary>Bytes of all parts of a workbook after unpacking.</summary>
    public long UnpackedBytes { get; init; } = 200L << 20;

    /// <summary>Parts of a workbook, pictures and the like included.</summary>
    public int Entries { get; init; } = 5_000;

    /// <summary>Rows with content, header included.</summary>
    public int Rows { get; init; } = 200_000;

    /// <summary>Columns with content; where they stand does not matter.</summary>
    public int Columns { get; init; } = 100;

    /// <summary>Cells of one sheet, formatted empty ones included.</summary>
    public int Cells { get; init; } = 10_000_000;

    /// <summary>UTF-16 units, as Excel counts.</summary>
    public int CellCharacters { get; init; } = 32_767;
}
