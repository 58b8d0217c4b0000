using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Handovers;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Paging;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;
using SalesCrm.Web.TagHelpers;

namespace SalesCrm.Web.Pages.Handovers;

/// <summary>One handover with its counts, and the answer to it.</summary>
[OnlyFor(Role.Rep, Role.Manager, Role.Service, Role.Admin)]
public sealed class DetailsModel(HandoverList list, HandoverSheet sheet, AnswerHandover answer, CurrentActor actor) : PageModel
{
    [BindProperty]
    public AnswerHandover.Input Input { get; set; } = new();

    public HandoverList.Card Handover { get; private set; } = null!;

    /// <summary>The customers of the parts that wait; null when none does.</summary>
    public Page<HandoverSheet.Row>? Customers { get; private set; }

    /// <summary>What was moved, for whoever may take it back.</summary>
    public IEnumerable<(long Id, string Receivers)> Acts => actor.Value.Role is not (Role.Manager or Role.Admin) ? []
        : Handover.Receivers.Where(row => row.ActId is not null).GroupBy(row => row.ActId!.Value).Select(act => (act.Key, string.Join("、", act.Select(row => row.Name))));

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellationToken)
        => await LoadAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken cancellationToken)
    {
        var outcome = await answer.ExecuteAsync(id, Input, actor, cancellationToken);
        if (outcome.IsDone)
        {
            Toast.Show(this, outcome.Value switch
            {
                _ when Input.Answer == HandoverAnswer.Accept => (Text)"已接收，记录已转到您名下",
                _ when Input.Answer == HandoverAnswer.Decline => "已拒绝，记录仍在移交人名下",
                HandoverStatus.Withdrawn => "已撤回这次交接",
                _ => "已撤回，接收过的部分不变",
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

        (Handover, Customers) = (found, await sheet.PartsAsync(id, QueryLink.Page(Request, "grade"), actor, cancellationToken));
        return true;
    }
}
