using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Filters;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Pages.Shared;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Filters;

/// <summary>Asks before one of one's own saved filters goes, and says who loses it.</summary>
[OnlyFor(Role.Rep, Role.Manager, Role.Service, Role.Legal, Role.Admin)]
public sealed class DeletionModel(SavedFilters saved, DeleteFilter delete, CurrentActor actor) : PageModel
{
    [BindProperty]
    public Guid Version { get; set; }

    public Confirmation Question { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync(long id, CancellationToken cancellationToken) => AskAsync(id, Page, cancellationToken);

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken cancellationToken)
    {
        var outcome = await delete.ExecuteAsync(id, Version, actor, cancellationToken);
        if (!outcome.IsDone)
        {
            return await AskAsync(id, () => this.Refuse(outcome, ""), cancellationToken);
        }

        Toast.Show(this, "标签已删除");
        return this.GoTo("/segments");
    }

    private async Task<IActionResult> AskAsync(long id, Func<IActionResult> answer, CancellationToken cancellationToken)
    {
        if (await saved.FindAsync(id, actor, cancellationToken) is not { IsMine: true } row)
        {
            return NotFound();
        }

        var (say, others) = (Translations.Current, await saved.OthersAsync(row, actor, cancellationToken));
        Question = new Confirmation(
            say.Say(new Text("删除「{0}」？", row.Name)),
            say.Say(others == 0 ? "这个标签和它的分群页会消失，只有您在用。客户、线索和商机都不受影响。" : new Text("这个标签和它的分群页会消失，另有 {0} 人会失去它。客户、线索和商机都不受影响。", others)),
            say.Say("删除"), $"/segments/{id}", Fields: new Dictionary<string, string> { [nameof(Version)] = row.Version.ToString() });
        return answer();
    }
}
