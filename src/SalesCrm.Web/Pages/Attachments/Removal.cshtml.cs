using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Attachments;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Pages.Shared;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Attachments;

/// <summary>Asks before a file is taken away from its customer.</summary>
[OnlyFor(Role.Rep, Role.Manager, Role.Service, Role.Admin)]
public sealed class RemovalModel(RemoveFile remove, CurrentActor actor) : PageModel
{
    public Confirmation Question { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid handle, CancellationToken cancellationToken)
    {
        if (await remove.FindAsync(handle, actor, cancellationToken) is not { } file)
        {
            return NotFound();
        }

        var say = Translations.Current;
        Question = new Confirmation(
            say.Say(new Text("移除附件「{0}」？", file.Name)), say.Say("移除后不再显示、不能下载；内容和操作记录保留。"), say.Say("移除"), $"/customers/{file.CustomerId}/files");
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid handle, CancellationToken cancellationToken)
    {
        var outcome = await remove.ExecuteAsync(handle, actor, cancellationToken);
        if (!outcome.IsDone)
        {
            return NotFound();
        }

        Toast.Show(this, "附件已移除");
        return this.GoTo($"/customers/{outcome.Value}/files");
    }
}
