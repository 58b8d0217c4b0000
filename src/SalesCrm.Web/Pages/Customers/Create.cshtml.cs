using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Customers.Duplicates;
using SalesCrm.Application.Shared.Time;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Customers;

[OnlyFor(Role.Rep, Role.Manager, Role.Service, Role.Admin)]
public sealed class CreateModel(CreateCustomer create, CustomerDuplicates duplicates, CustomerChoices choices, CurrentActor actor) : PageModel
{
    [BindProperty]
    public CreateCustomer.Input Input { get; set; } = new();

    public CustomerChoices Choices => choices;

    public IReadOnlyList<CustomerDuplicates.DuplicateRow> Duplicates { get; private set; } = [];

    public async Task OnGetAsync([FromServices] CompanyClock clock, CancellationToken cancellationToken)
    {
        Input = new CreateCustomer.Input { OwnerId = actor.Value.UserId, FirstContactOn = clock.Today, OperationId = Guid.NewGuid() };
        await choices.LoadAsync(Input, null, actor, cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (ModelState.IsValid)
        {
            var outcome = await create.ExecuteAsync(Input, actor, cancellationToken);
            if (outcome.IsDone)
            {
                Toast.Show(this, "客户已建立");
                return this.GoTo($"/customers/{outcome.Value}");
            }

            await ShowAgainAsync(cancellationToken);
            return this.Refuse(outcome);
        }

        await ShowAgainAsync(cancellationToken);
        return this.Invalid();
    }

    private async Task ShowAgainAsync(CancellationToken cancellationToken)
    {
        Duplicates = await duplicates.FindAsync(Input.Name, [Input.ContactPhone], [Input.ContactEmail], null, actor, cancellationToken);
        await choices.LoadAsync(Input, null, actor, cancellationToken);
    }
}
