using System.Net.Mime;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using SalesCrm.Application.Shared.Spreadsheets;

namespace SalesCrm.Web.Formats;

/// <summary>A workbook that is written while it is sent, so that it may be as long as it likes.</summary>
public sealed class WorkbookResult(string fileName, IReadOnlyList<SheetTable> sheets) : ActionResult
{
    public override async Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        response.ContentType = XlsxFile.ContentType;
        var disposition = new ContentDispositionHeaderValue(DispositionTypeNames.Attachment);
        disposition.SetHttpFileName(fileName);
        response.Headers.ContentDisposition = disposition.ToString();
        response.Headers.CacheControl = "no-store";
        await XlsxFile.WriteAsync(response.Body, sheets, context.HttpContext.RequestAborted);
    }
}
