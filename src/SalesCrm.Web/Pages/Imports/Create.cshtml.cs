using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using SalesCrm.Application.Imports.Kinds;
using SalesCrm.Application.Imports.Uploads;
using SalesCrm.Application.Users;
using SalesCrm.Web.Hosting;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Imports;

[OnlyFor(Role.Rep, Role.Manager, Role.Admin)]
[EnableRateLimiting(RateLimits.Import)]
[RequestSizeLimit(RequestRules.FileBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = RequestRules.FileBytes)]
public sealed class CreateModel(UploadImport upload, CurrentActor actor) : PageModel
{
    [BindProperty]
    public IFormFile? Upload { get; set; }

    /// <summary>A mapping profile as JSON.</summary>
    [BindProperty]
    public IFormFile? Profile { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    public IReadOnlyList<KindChoice> Kinds => [.. ImportKinds.For(actor).Where(kind => !HttpContext.AreasOff().HasKind(kind.Name))];

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Upload is null)
        {
            ModelState.AddModelError(nameof(Upload), Application.Shared.Localization.Translations.Current.Say("请选择一个文件"));
            return this.Invalid();
        }

        using var content = new MemoryStream();
        await Upload.CopyToAsync(content, cancellationToken);
        var outcome = await upload.ExecuteAsync(content.ToArray(), Upload.FileName, Kind, await ProfileAsync(cancellationToken), actor, cancellationToken);
        return outcome.IsDone ? this.GoTo($"/imports/{outcome.Value}/mapping") : this.Refuse(outcome, "");
    }

    private async Task<string?> ProfileAsync(CancellationToken cancellationToken)
    {
        if (Profile is null)
        {
            return null;
        }

        using var reader = new StreamReader(Profile.OpenReadStream());
        return await reader.ReadToEndAsync(cancellationToken);
    }
}
