using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Deals;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Users;
using SalesCrm.Web.Formats;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Deals;

[OnlyFor(Role.Rep, Role.Manager, Role.Admin)]
public sealed class CreateModel(RecordDeal record, OpportunityForm form, DealChoices choices, CurrentActor actor) : PageModel
{
    private OpportunityForm.Target? _customer;

    [BindProperty]
    public RecordDeal.Input Input { get; set; } = new();

    public DealChoices Choices => choices;

    public bool SeesCosts => actor.Value.SeesCosts;

    public string? Customer => _customer?.Name;

    public bool IsConfidential => _customer?.IsConfidential == true;

    /// <summary>Names the customer where the form was opened without one.</summary>
    [BindProperty]
    public string? CustomerName { get; set; }

    public async Task OnGetAsync(long? customerId, [FromServices] Show show, CancellationToken cancellationToken)
    {
        Input = new() { CustomerId = customerId, OwnerId = actor.Value.UserId, On = show.Today, OperationId = Guid.NewGuid() };
        await LoadAsync(cancellationToken);
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

        var outcome = await record.ExecuteAsync(Input, actor, cancellationToken);
        if (!outcome.IsDone)
        {
            await LoadAsync(cancellationToken);
            return this.Refuse(outcome);
        }

        Toast.Show(this, "成交已登记");
        return this.GoTo("/deals");
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        _customer = Input.CustomerId is { } id ? await form.CustomerAsync(id, actor, cancellationToken) : null;
        await choices.LoadAsync(Input, actor, cancellationToken);
    }
}
