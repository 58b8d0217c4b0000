using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Handovers;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Handovers;

/// <summary>One handover with its counts, and the answer to it.</summary>
[OnlyFor(Role.Rep, Role.Manager, Role.Admin)]
public sealed class DetailsModel(HandoverList list, AnswerHandover answer, CurrentActor actor) : PageModel
{
    [BindProperty]
    public AnswerHandover.Input Input { get; set; } = new();

    public HandoverList.Card Handover { get; private set; } = null!;

    public bool MaySeeAct => actor.Value.Role is Role.Manager or Role.Admin;

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellationToken)
        => await LoadAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken cancellationToken)
    {
        var outcome = await answer.ExecuteAsync(id, Input, actor, cancellationToken);
        if (outcome.IsDone)
        {
            Toast.Show(this, outcome.Value switch
            {
                HandoverStatus.Done => (Text)"已接收，记录已转到接收人名下",
                HandoverStatus.Declined => "已拒绝这次交接",
                HandoverStatus.Withdrawn => "已撤回这次交接",
                _ => "已接收，等其他接收人确认后转移",
            });
            return this.GoTo($"/handovers/{id}");
        }

        return await LoadAsync(id, cancellationToken) ? this.Refuse(outcome) : NotFound();
    }

    private async Task<bool> LoadAsync(long id, CancellationToken cancellationToken)
    {
        if (await list.FindAsync(id, actor, cancellationToken) is not { } found)
        {
            return false;
        }

        Handover = found;
        return true;
    }
}
