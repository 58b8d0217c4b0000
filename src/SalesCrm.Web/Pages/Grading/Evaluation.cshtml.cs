using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Grading;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Pages.Shared;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Grading;

[OnlyFor(Role.Manager, Role.Admin)]
public sealed class EvaluationModel(RegradeCustomers regrade, CurrentActor actor) : PageModel
{
    public Confirmation Question { get; } = new(
        Translations.Current.Say("重新评估所有客户的等级？"),
        Translations.Current.Say("按现行规则和今天的数据评估您能看到的全部客户；人工调整不受影响，每次变化都留下记录。"),
        Translations.Current.Say("开始评估"), "/grading", false);

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var outcome = await regrade.ExecuteAsync(actor, cancellationToken);
        if (outcome.Value is not { } result)
        {
            return this.Refuse(outcome, "");
        }

        Toast.Show(this, new Text("已评估 {0} 家客户：{1} 家升级，{2} 家降级", result.Customers, result.Raised, result.Lowered));
        return this.GoTo("/grading");
    }
}
