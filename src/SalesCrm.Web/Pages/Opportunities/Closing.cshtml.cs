using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Audit;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Opportunities.Stages;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Opportunities;

[OnlyFor(Role.Rep, Role.Manager, Role.Admin)]
public sealed class ClosingModel(WinOpportunity win, LoseOpportunity lose, OpportunityDetails details, RecordHistory history, ClosingChoices choices) : PageModel
{
    [BindProperty]
    public bool IsLost { get; set; }

    [BindProperty]
    public WinOpportunity.Input Win { get; set; } = new();

    [BindProperty]
    public LoseOpportunity.Input Lose { get; set; } = new();

    public ClosingChoices Choices => choices;

    public OpportunityView View { get; private set; } = null!;

    /// <summary>What keeps it from being won.</summary>
    public StageGate? Gate { get; private set; }

    /// <summary>What somebody else changed in between.</summary>
    public AuditLog.AuditRow? Meanwhile { get; private set; }

    public async Task<IActionResult> OnGetAsync(long id, bool lost, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        var facts = View.Facts;
        IsLost = lost;
        Win = new()
        {
            ClosedOn = choices.Today,
            Amount = facts.Amount?.ToString("0.##", CultureInfo.InvariantCulture),
            DeliveryOn = facts.DeliveryOn,
            Version = facts.Version,
        };
        Lose = new() { ClosedOn = choices.Today, Version = facts.Version };
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

        var outcome = IsLost ? await lose.ExecuteAsync(id, Lose, choices.Actor, cancellationToken) : await WinAsync(id, cancellationToken);
        if (!outcome.IsDone)
        {
            await LetHimSeeAsync(id, outcome.Kind, cancellationToken);
            return this.Refuse(outcome, IsLost ? "Lose" : "Win");
        }

        Toast.Show(this, IsLost ? "已记为丢单" : "恭喜成交！已生成成交记录和售后跟进任务");
        return this.GoTo($"/opportunities/{id}");
    }

    /// <summary>Who closed upon an older version sees what was changed; closing again is his answer to that.</summary>
    private async Task LetHimSeeAsync(long id, OutcomeKind kind, CancellationToken cancellationToken)
    {
        if (kind == OutcomeKind.Conflict)
        {
            Meanwhile = await history.LatestAsync("opportunity", id, choices.Actor, cancellationToken);
            Win.Version = Lose.Version = View.Facts.Version;
            ModelState.Remove("Win.Version");
            ModelState.Remove("Lose.Version");
        }
    }

    private async Task<Outcome> WinAsync(long id, CancellationToken cancellationToken)
    {
        var outcome = await win.ExecuteAsync(id, Win, choices.Actor, cancellationToken);
        Gate = outcome.Value;
        return outcome;
    }

    private async Task<bool> LoadAsync(long id, CancellationToken cancellationToken)
    {
        if (await details.FindAsync(id, choices.Actor, cancellationToken) is not { Facts.MayWork: true } view)
        {
            return false;
        }

        View = view;
        await choices.LoadAsync(cancellationToken);
        return true;
    }
}
