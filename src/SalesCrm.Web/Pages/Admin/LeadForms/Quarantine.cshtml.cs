using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.LeadForms;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Admin.LeadForms;

[OnlyFor(Role.Admin)]
public sealed class QuarantineModel(Quarantine quarantine, CurrentActor actor) : PageModel
{
    [BindProperty]
    public long PostId { get; set; }

    [BindProperty]
    public bool IsHonest { get; set; }

    public string Form { get; private set; } = "";

    public IReadOnlyList<Quarantine.PostRow> Posts { get; private set; } = [];

    public static Text Why(PostDoubt doubt) => doubt switch
    {
        PostDoubt.Links => "带链接",
        PostDoubt.Markup => "像代码",
        PostDoubt.Formula => "像公式",
        _ => "短时间内重复",
    };

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellationToken)
        => await LoadAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken cancellationToken)
    {
        var outcome = await quarantine.SettleAsync(id, PostId, IsHonest, actor, cancellationToken);
        if (outcome.IsDone)
        {
            Toast.Show(this, IsHonest ? "已放行，成为线索" : "已丢弃");
            return this.GoTo($"/admin/lead-forms/{id}/quarantine");
        }

        return await LoadAsync(id, cancellationToken) ? this.Refuse(outcome) : NotFound();
    }

    private async Task<bool> LoadAsync(long id, CancellationToken cancellationToken)
    {
        if (await quarantine.ReadAsync(id, cancellationToken) is not var (form, posts))
        {
            return false;
        }

        (Form, Posts) = (form, posts);
        return true;
    }
}
