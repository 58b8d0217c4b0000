using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using SalesCrm.Application.Attachments;
using SalesCrm.Application.Users;
using SalesCrm.Web.Hosting;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Customers;

/// <summary>The files attached to a customer, or to the one opportunity or follow-up that the address names; a part of his page too.</summary>
[OnlyFor(Role.Rep, Role.Manager, Role.Service, Role.Legal, Role.Admin)]
[EnableRateLimiting(RateLimits.Upload)]
[RequestSizeLimit(RequestRules.FilesBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = RequestRules.FilesBytes)]
public sealed class FilesModel(AttachmentList list, AttachFiles attach, CurrentActor actor) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public long? OpportunityId { get; set; }

    [BindProperty(SupportsGet = true)]
    public long? VisitId { get; set; }

    [BindProperty]
    public List<IFormFile> Files { get; set; } = [];

    /// <summary>The same form sent twice attaches once.</summary>
    [BindProperty]
    public Guid OperationId { get; set; }

    public AttachmentList.FileList List { get; private set; } = null!;

    public string Address => Url.Page("/Customers/Files", new { opportunityId = OpportunityId, visitId = VisitId })!;

    public string Back => VisitId is { } visit ? $"/visits/{visit}" : OpportunityId is { } opportunity ? $"/opportunities/{opportunity}" : $"/customers/{RouteData.Values["id"]}";

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellationToken)
    {
        OperationId = Guid.NewGuid();
        return await LoadAsync(id, cancellationToken) ? this.PageOrFragment("_Files") : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken cancellationToken)
    {
        var sent = new List<AttachFiles.Sent>();
        foreach (var file in Files.Take(AttachFiles.Most + 1))
        {
            using var content = new MemoryStream((int)file.Length);
            await file.CopyToAsync(content, cancellationToken);
            sent.Add(new(file.FileName, content.ToArray()));
        }

        var outcome = await attach.ExecuteAsync(new(id, OpportunityId, VisitId, sent, OperationId), actor, cancellationToken);
        if (outcome.IsDone)
        {
            Toast.Show(this, "附件已上传");
            return this.GoTo(Address);
        }

        return await LoadAsync(id, cancellationToken) ? this.Refuse(outcome, "") : NotFound();
    }

    public static string SizeOf(long bytes) => bytes >= 1024 * 1024
        ? (bytes / 1048576d).ToString("0.0", CultureInfo.InvariantCulture) + " MB"
        : Math.Max(1, bytes / 1024).ToString(CultureInfo.InvariantCulture) + " KB";

    private async Task<bool> LoadAsync(long id, CancellationToken cancellationToken)
    {
        if (await list.ReadAsync(id, OpportunityId, VisitId, actor, cancellationToken) is not { } found)
        {
            return false;
        }

        List = found;
        return true;
    }
}
