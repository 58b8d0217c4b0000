using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Database;
using SalesCrm.Application.Deals;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Pages.Shared;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Deals;

[OnlyFor(Role.Rep, Role.Manager, Role.Admin)]
public sealed class EditModel(EditDeal edit, DealForm form, DealChoices choices, LastChange changes, CurrentActor actor) : PageModel
{
    [BindProperty]
    public EditDeal.Input Input { get; set; } = new();

    public DealChoices Choices => choices;

    public bool SeesCosts => actor.Value.SeesCosts;

    /// <summary>The deal as it is stored.</summary>
    public DealForm.Filled Stored { get; private set; } = null!;

    public Conflict? Conflict { get; private set; }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Input = Stored.Input;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return this.Invalid();
        }

        var outcome = await edit.ExecuteAsync(id, Input, actor, cancellationToken);
        if (!outcome.IsDone)
        {
            Conflict = outcome.Kind == OutcomeKind.Conflict ? Compare(await changes.FindAsync("Deal", id, cancellationToken)) : null;
            return this.Refuse(outcome);
        }

        Toast.Show(this, "已保存");
        return this.GoTo("/deals");
    }

    private Conflict Compare(LastChange.Change change) => new(change, Stored.Input.Version.ToString(), new Versions<DealInput>(Input, Stored.Input)
        .Day("On", "成交日期", d => d.On)
        .Words("Amount", "成交金额（元）", d => d.Amount)
        .Choice("OwnerId", "负责人", d => d.OwnerId, id => choices.Owners.FirstOrDefault(person => person.Id == id)?.Name)
        .Choice("ProductId", "产品", d => d.ProductId, id => choices.Products.FirstOrDefault(product => product.Id == id)?.Name)
        .Day("DeliveryOn", "交付日期", d => d.DeliveryOn)
        .Words("Cost", "成本（元）", d => SeesCosts ? d.Cost : null)
        .Words("Channel", "渠道", d => d.Channel)
        .Words("Remark", "备注", d => d.Remark)
        .Fields);

    private async Task<bool> LoadAsync(long id, CancellationToken cancellationToken)
    {
        if (await form.FindAsync(id, actor, cancellationToken) is not { } stored)
        {
            return false;
        }

        Stored = stored;
        await choices.LoadAsync(stored.Input, actor, cancellationToken);
        return true;
    }
}
