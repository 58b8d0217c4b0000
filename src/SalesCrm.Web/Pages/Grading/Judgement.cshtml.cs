using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using SalesCrm.Application.Grading;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Grading;

[OnlyFor(Role.Rep, Role.Manager, Role.Service, Role.Admin)]
public sealed class JudgementModel(JudgeCustomer judge, GradeCard cards, CurrentActor actor) : PageModel
{
    [BindProperty]
    public JudgeCustomer.Input Input { get; set; } = new();

    public GradeCardView Card { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> DemandChoices { get; } =
    [
        new(Translations.Current.Say("稳定"), bool.TrueString),
        new(Translations.Current.Say("不稳定"), bool.FalseString),
    ];

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Input = new JudgeCustomer.Input
        {
            ReferralPotential = Card.ReferralPotential,
            IsDemandStable = Card.IsDemandStable,
            IndustryPotential = Card.IndustryPotential,
            SizePotential = Card.SizePotential,
            GrowthPotential = Card.GrowthPotential,
        };
        return Card.MayJudge ? Page() : Forbid();
    }

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken cancellationToken)
    {
        var outcome = ModelState.IsValid ? await judge.ExecuteAsync(id, Input, actor, cancellationToken) : null;
        if (outcome is { IsDone: true })
        {
            Toast.Show(this, "评定已保存，等级已更新");
            return this.GoTo($"/grading/for-customer/{id}");
        }

        return !await LoadAsync(id, cancellationToken) ? NotFound() : outcome is null ? this.Invalid() : this.Refuse(outcome);
    }

    private async Task<bool> LoadAsync(long id, CancellationToken cancellationToken)
    {
        Card = (await cards.FindAsync(id, actor, cancellationToken))!;
        return Card is not null;
    }
}
