using System.Buffers;
using System.IO.Compression;
using System.Text.Json;
using SalesCrm.Application.Database;

namespace SalesCrm.Application.Imports.Downloads;

/// <summary>The record and version of a row and its cells as they left, packed into one cell of a text file.</summary>
/// <param name="Version">As a workbook writes it.</param>
/// <param name="Cells">Column → what stood there.</param>
internal sealed record RowStamp(string Version, IReadOnlyDictionary<string, string> Cells)
{
    private const char Between = '~';

    /// <summary>A stamp that unpacks to more was not made here.</summary>
    private const int MostBytes = 256 << 10;

    public override string ToString()
    {
        using var packed = new MemoryStream();
        using (var squeezed = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            JsonSerializer.Serialize(squeezed, Cells.Where(cell => cell.Value.Length > 0).ToDictionary(), AuditTrail.Json);
        }

        return Version + Between + Convert.ToBase64String(packed.GetBuffer().AsSpan(0, (int)packed.Length));
    }

    /// <summary>Null for what is no stamp: the cell was emptied or typed into.</summary>
    public static RowStamp? Read(string cell)
    {
        if (cell.Split(Between) is not [var version, var packed])
        {
            return null;
        }

        var bytes = ArrayPool<byte>.Shared.Rent(MostBytes);
        try
        {
            using var squeezed = new BrotliStream(new MemoryStream(Convert.FromBase64String(packed)), CompressionMode.Decompress);
            var length = squeezed.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return JsonSerializer.Deserialize<Dictionary<string, string>>(bytes.AsSpan(0, length)) is { } cells && !cells.ContainsValue(null!) ? new RowStamp(version, cells) : null;
        }
        catch (Exception exception) when (exception is FormatException or JsonException or InvalidDataException or InvalidOperationException)
        {
            return null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }
}
