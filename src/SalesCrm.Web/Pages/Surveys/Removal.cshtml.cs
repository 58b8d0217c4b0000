using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Surveys;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Pages.Shared;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Surveys;

[OnlyFor(Role.Rep, Role.Manager, Role.Service, Role.Admin)]
public sealed class RemovalModel(RemoveSurvey remove, SurveyForm form, CurrentActor actor) : PageModel
{
    public Confirmation Question { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellationToken) => await AskAsync(id, cancellationToken) is not null ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken cancellationToken)
    {
        if (await AskAsync(id, cancellationToken) is not { } customerId)
        {
            return NotFound();
        }

        var outcome = await remove.ExecuteAsync(id, actor, cancellationToken);
        if (!outcome.IsDone)
        {
            return this.Refuse(outcome);
        }

        Toast.Show(this, "满意度调查已移除");
        return this.GoTo($"/customers/{customerId}");
    }

    private async Task<long?> AskAsync(long id, CancellationToken cancellationToken)
    {
        if (await form.FindAsync(id, actor, cancellationToken) is not { } stored)
        {
            return null;
        }

        var say = Translations.Current;
        Question = new Confirmation(
            say.Say(new Text("移除「{0}」{1} 的调查？", stored.Subject.Customer, stored.Input.Round)), say.Say("平均分和客户类型会按其余的调查重新计算；变更记录里仍看得到这份回答。"), say.Say("移除"), $"/surveys/{id}/edit", true);
        return stored.Subject.CustomerId;
    }
}
