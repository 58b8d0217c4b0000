using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Customers.Tidy;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Pages.Shared;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Customers;

/// <summary>Says that a customer's file is still right.</summary>
[OnlyFor(Role.Rep, Role.Manager, Role.Service, Role.Admin)]
public sealed class ConfirmationModel(ConfirmCustomers confirm, CustomerDetails details, CurrentActor actor) : PageModel
{
    public Confirmation Question { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellationToken)
    {
        if (await details.FindAsync(id, actor, cancellationToken) is not { MayEdit: true, ArchivedAt: null } customer)
        {
            return NotFound();
        }

        var say = Translations.Current;
        Question = new Confirmation(
            say.Say(new Text("「{0}」的档案仍然准确？", customer.Name)), say.Say("确认后记下今天的日期，档案内容不变；有变化的请先编辑。"), say.Say("确认无误"), $"/customers/{id}", false);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken cancellationToken)
    {
        if (!(await confirm.ExecuteAsync([id], actor, cancellationToken)).IsDone)
        {
            return NotFound();
        }

        Toast.Show(this, "档案已确认无误");
        return this.GoTo($"/customers/{id}");
    }
}
