using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Deals;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Opportunities.Rivals;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Opportunities.Rivals;

[OnlyFor(Role.Rep, Role.Manager, Role.Admin)]
public sealed class IndexModel(SaveRival save, OpportunityDetails details, SalesChoices choices, CurrentActor actor) : PageModel
{
    [BindProperty]
    public SaveRival.Input Input { get; set; } = new();

    public OpportunityView View { get; private set; } = null!;

    public IReadOnlyList<SalesChoices.Choice> Competitors { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(long id, long? edit, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (View.Rivals.FirstOrDefault(row => row.Id == edit) is { } rival)
        {
            Input = new() { Id = rival.Id, Competitor = rival.Competitor, Offer = rival.Offer, PriceGap = rival.PriceGap, CounterMeasure = rival.CounterMeasure, Version = rival.Version };
        }

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

        var outcome = await save.ExecuteAsync(id, Input, actor, cancellationToken);
        if (!outcome.IsDone)
        {
            return this.Refuse(outcome);
        }

        Toast.Show(this, "竞争对手已保存");
        return this.GoTo($"/opportunities/{id}/rivals");
    }

    private async Task<bool> LoadAsync(long id, CancellationToken cancellationToken)
    {
        if (await details.FindAsync(id, actor, cancellationToken) is not { Facts.MayWork: true } view)
        {
            return false;
        }

        View = view;
        Competitors = await choices.CompetitorsAsync(cancellationToken);
        return true;
    }
}
