using System.Net.Mime;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using SalesCrm.Application.Shared.Spreadsheets;

namespace SalesCrm.Web.Formats;

/// <summary>A workbook that is written while it is sent, so that it may be as long as it likes.</summary>
public sealed class WorkbookResult(string fileName, IReadOnlyList<SheetTable> sheets) : ActionResult
{
    public override Task ExecuteResultAsync(ActionContext context)
        => context.HttpContext.SendAsync(fileName, XlsxFile.ContentType, (target, cancellation) => XlsxFile.WriteAsync(target, sheets, cancellation));
}

/// <summary>A table as comma separated text, written while it is sent.</summary>
public sealed class CsvResult(string fileName, SheetTable table) : ActionResult
{
    public override Task ExecuteResultAsync(ActionContext context)
        => context.HttpContext.SendAsync(fileName, "text/csv; charset=utf-8", (target, cancellation) => CsvFile.WriteAsync(target, table, cancellation));
}

internal static class FileDownload
{
    internal static async Task SendAsync(this HttpContext context, string fileName, string contentType, Func<Stream, CancellationToken, Task> write)
    {
        var response = context.Response;
        response.ContentType = contentType;
        var disposition = new ContentDispositionHeaderValue(DispositionTypeNames.Attachment);
        disposition.SetHttpFileName(fileName);
        response.Headers.ContentDisposition = disposition.ToString();
        response.Headers.CacheControl = "no-store";
        await write(response.Body, context.RequestAborted);
    }
}
