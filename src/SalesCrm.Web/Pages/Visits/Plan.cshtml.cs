using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Users;
using SalesCrm.Application.Visits;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Visits;

/// <summary>Plans a customer's next step without a follow-up.</summary>
[OnlyFor(Role.Rep, Role.Manager, Role.Service, Role.Admin)]
public sealed class PlanModel(PlanNext plan, VisitForm form, CurrentActor actor) : PageModel
{
    [BindProperty]
    public PlanNext.Input Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public long CustomerId { get; set; }

    public VisitForm.Choices Customer { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        Input = new PlanNext.Input { On = Customer.NextOn, Text = Customer.NextText, Version = Customer.Version };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return this.Invalid();
        }

        var outcome = await plan.ExecuteAsync(CustomerId, Input, actor, cancellationToken);
        if (!outcome.IsDone)
        {
            ModelState.Remove("Input.Version");
            Input.Version = Customer.Version;
            return this.Refuse(outcome);
        }

        Toast.Show(this, "下一步已安排");
        return this.GoTo($"/customers/{CustomerId}");
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await form.ReadAsync(CustomerId, null, actor, cancellationToken) is not { } customer)
        {
            return false;
        }

        Customer = customer;
        return true;
    }
}
