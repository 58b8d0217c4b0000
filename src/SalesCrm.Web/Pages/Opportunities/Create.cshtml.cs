using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Time;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Opportunities;

[OnlyFor(Role.Rep, Role.Manager, Role.Admin)]
public sealed class CreateModel(CreateOpportunity create, OpportunityForm form, OpportunityChoices choices, CurrentActor actor) : PageModel
{
    private OpportunityForm.Target? _customer;

    [BindProperty]
    public CreateOpportunity.Input Input { get; set; } = new();

    public OpportunityChoices Choices => choices;

    public string? Customer => _customer?.Name;

    public bool IsConfidential => _customer?.IsConfidential == true;

    /// <summary>Names the customer where the form was opened without one.</summary>
    [BindProperty]
    public string? CustomerName { get; set; }

    public async Task OnGetAsync(long? customerId, [FromServices] CompanyClock clock, CancellationToken cancellationToken)
    {
        Input = new() { CustomerId = customerId, OwnerId = actor.Value.UserId, IdentifiedOn = clock.Today, OperationId = Guid.NewGuid() };
        await LoadAsync(cancellationToken);
        Input.SourceId = _customer?.SourceId;
    }

    public async Task<IActionResult> OnPostAsync([FromServices] CustomerPicker picker, CancellationToken cancellationToken)
    {
        Input.CustomerId ??= await picker.FindMentionedAsync(CustomerName, actor, cancellationToken);
        if (Input.CustomerId is null)
        {
            ModelState.AddModelError(nameof(CustomerName), Translations.Current.Say(string.IsNullOrWhiteSpace(CustomerName) ? "请选择客户" : "没有找到这位客户，请从提示中选择或填写客户编号"));
        }

        if (!ModelState.IsValid)
        {
            await LoadAsync(cancellationToken);
            return this.Invalid();
        }

        var outcome = await create.ExecuteAsync(Input, actor, cancellationToken);
        if (!outcome.IsDone)
        {
            await LoadAsync(cancellationToken);
            return this.Refuse(outcome);
        }

        Toast.Show(this, "商机已建立");
        return this.GoTo($"/opportunities/{outcome.Value}");
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        _customer = Input.CustomerId is { } id ? await form.CustomerAsync(id, actor, cancellationToken) : null;
        await choices.LoadAsync(Input, actor, cancellationToken);
    }
}
