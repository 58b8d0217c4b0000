using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Attachments;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Admin;

[OnlyFor(Role.Admin)]
public sealed class AttachmentsModel(AttachmentLimit limit, CurrentActor actor) : PageModel
{
    [BindProperty]
    public int? Megabytes { get; set; }

    public AttachmentLimit.Standing Standing { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        Megabytes = Standing.Megabytes;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var outcome = ModelState.IsValid ? await limit.SaveAsync(Megabytes, actor, cancellationToken) : null;
        if (outcome is { IsDone: true })
        {
            Toast.Show(this, "附件限额已保存");
            return this.GoTo("/admin/attachments");
        }

        await LoadAsync(cancellationToken);
        return outcome is null ? this.Invalid() : this.Refuse(outcome, prefix: "");
    }

    private async Task LoadAsync(CancellationToken cancellationToken) => Standing = (await limit.ReadAsync(actor, cancellationToken))!;
}
