using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Pages.Shared;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Customers;

[OnlyFor(Role.Rep, Role.Manager, Role.Service, Role.Admin)]
public sealed class EditModel(EditCustomer edit, CustomerForm form, CustomerChoices choices, CurrentActor actor) : PageModel
{
    [BindProperty]
    public EditCustomer.Input Input { get; set; } = new();

    public CustomerChoices Choices => choices;

    public Conflict? Conflict { get; private set; }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellationToken)
    {
        if (await form.FindAsync(id, actor, cancellationToken) is not { } input)
        {
            return NotFound();
        }

        Input = input;
        await choices.LoadAsync(Input, input.OwnerId, actor, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken cancellationToken)
    {
        if (ModelState.IsValid)
        {
            var outcome = await edit.ExecuteAsync(id, Input, actor, cancellationToken);
            if (outcome.IsDone)
            {
                Toast.Show(this, "客户资料已保存");
                return this.GoTo($"/customers/{id}");
            }

            await ShowAgainAsync(id, cancellationToken);
            if (outcome.Kind == OutcomeKind.Conflict)
            {
                Conflict = await CustomerConflict.ShowAsync(form, id, Input, choices, actor, cancellationToken);
            }

            return this.Refuse(outcome);
        }

        await ShowAgainAsync(id, cancellationToken);
        return this.Invalid();
    }

    private async Task ShowAgainAsync(long id, CancellationToken cancellationToken)
        => await choices.LoadAsync(Input, (await form.FindAsync(id, actor, cancellationToken))?.OwnerId, actor, cancellationToken);
}
