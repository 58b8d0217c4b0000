using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Grading;
using SalesCrm.Application.Grading.Overrides;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Pages.Shared;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Grading;

[OnlyFor(Role.Manager, Role.Admin)]
public sealed class RecalculationModel(DropOverride drop, GradeCard cards, CurrentActor actor) : PageModel
{
    public Confirmation Question { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellationToken)
        => await AskAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(long id, DropOverride.Input input, CancellationToken cancellationToken)
    {
        var outcome = await drop.ExecuteAsync(id, input, actor, cancellationToken);
        if (outcome.IsDone)
        {
            Toast.Show(this, "已恢复按规则评定");
            return this.GoTo($"/grading/for-customer/{id}");
        }

        return await AskAsync(id, cancellationToken) ? this.Refuse(outcome, "") : NotFound();
    }

    private async Task<bool> AskAsync(long id, CancellationToken cancellationToken)
    {
        if (await cards.FindAsync(id, actor, cancellationToken) is not { MayOverride: true } card)
        {
            return false;
        }

        var say = Translations.Current;
        Question = new(
            say.Say(new Text("取消「{0}」的人工调整？", card.Name)),
            say.Say(new Text("等级将从 {0} 变为按规则评定的 {1}；历史会保留。", card.Grade, card.Explanation.Grade)),
            say.Say("恢复按规则评定"), $"/grading/for-customer/{id}", false,
            new Dictionary<string, string> { ["Version"] = card.Version.ToString("D", CultureInfo.InvariantCulture) });
        return true;
    }
}
