using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Database;
using SalesCrm.Application.Deals;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Opportunities.Rivals;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Pages.Shared;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Opportunities.Rivals;

[OnlyFor(Role.Rep, Role.Manager, Role.Admin)]
public sealed class IndexModel(SaveRival save, OpportunityDetails details, SalesChoices choices, LastChange changes, CurrentActor actor) : PageModel
{
    [BindProperty]
    public SaveRival.Input Input { get; set; } = new();

    public OpportunityView View { get; private set; } = null!;

    public IReadOnlyList<SalesChoices.Choice> Competitors { get; private set; } = [];

    public Conflict? Conflict { get; private set; }

    public async Task<IActionResult> OnGetAsync(long id, long? edit, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (View.Rivals.FirstOrDefault(row => row.Id == edit) is { } rival)
        {
            Input = FormOf(rival);
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
            Conflict = outcome.Kind == OutcomeKind.Conflict ? await CompareAsync(cancellationToken) : null;
            return this.Refuse(outcome);
        }

        Toast.Show(this, "竞争对手已保存");
        return this.GoTo($"/opportunities/{id}/rivals");
    }

    private async Task<Conflict?> CompareAsync(CancellationToken cancellationToken)
    {
        if (View.Rivals.FirstOrDefault(row => row.Id == Input.Id) is not { } row)
        {
            return null;
        }

        var change = await changes.FindAsync("Rival", row.Id, cancellationToken);
        return new(change, row.Version.ToString(), new Versions<SaveRival.Input>(Input, FormOf(row))
            .Number("Id", "编号", r => r.Id)
            .Words("Offer", "对方报价", r => r.Offer)
            .Number("PriceGap", "价格差（%）", r => r.PriceGap)
            .Words("CounterMeasure", "我方对策", r => r.CounterMeasure)
            .Fields);
    }

    private static SaveRival.Input FormOf(RivalRow row)
        => new() { Id = row.Id, Competitor = row.Competitor, Offer = row.Offer, PriceGap = row.PriceGap, CounterMeasure = row.CounterMeasure, Version = row.Version };

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
