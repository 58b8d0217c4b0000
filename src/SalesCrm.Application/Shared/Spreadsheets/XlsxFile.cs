using System.IO.Compression;
using SalesCrm.Application.Shared.Spreadsheets.Xlsx;

namespace SalesCrm.Application.Shared.Spreadsheets;

/// <summary>
/// Writes workbooks row by row in constant memory: bold header that stays in view, filter buttons, typed cells. A table longer
/// than a sheet can be goes on in the next one.
/// </summary>
public static class XlsxFile
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <param name="target">May be a response: written asynchronously only, not sought in, and not closed.</param>
    /// <param name="sheets">At least one.</param>
    /// <param name="cancellation">Ends the export, for instance when the person has gone.</param>
    public static async Task WriteAsync(Stream target, IReadOnlyList<SheetTable> sheets, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfZero(sheets.Count);
        var outgoing = new OutgoingBytes(target);
        using (var zip = new ZipArchive(outgoing, ZipArchiveMode.Create, leaveOpen: true))
        {
            var names = new SheetNames();
            foreach (var sheet in sheets)
            {
                await WriteSheetAsync(zip, outgoing, sheet, names, cancellation);
            }

            foreach (var (part, content) in WorkbookParts.Of(names.All, names.Unseen, sheets[0].Mark))
            {
                using var stream = zip.CreateEntry(part, CompressionLevel.Fastest).Open();
                stream.Write(content.Span);
            }
        }

        await outgoing.SendAsync(cancellation);
    }

    public static Task WriteAsync(Stream target, SheetTable sheet, CancellationToken cancellation = default)
        => WriteAsync(target, [sheet], cancellation);

    private static async Task WriteSheetAsync(
        ZipArchive zip, OutgoingBytes outgoing, SheetTable table, SheetNames names, CancellationToken cancellation)
    {
        await using var rows = table.Rows.GetAsyncEnumerator(cancellation);
        var more = false;
        do
        {
            names.Add(table.Name, table.IsUnseen);
            using var stream = zip.CreateEntry(WorkbookParts.SheetPart(names.All.Count), CompressionLevel.Fastest).Open();
            var sheet = new SheetPart(table.Columns, async xml =>
            {
                stream.Write(xml.Span);
                await outgoing.SendAsync(cancellation);
            }, table.Mark);
            more = await sheet.WriteAsync(rows, more);
        }
        while (more);
    }
}
