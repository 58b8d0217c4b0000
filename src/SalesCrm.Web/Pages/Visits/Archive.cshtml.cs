using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Users;
using SalesCrm.Application.Visits;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Pages.Shared;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Visits;

[OnlyFor(Role.Rep, Role.Manager, Role.Service, Role.Admin)]
public sealed class ArchiveModel(ArchiveVisit archive, VisitDetails details, CurrentActor actor) : PageModel
{
    public Confirmation Question { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellationToken)
        => await AskAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(long id, bool archived, CancellationToken cancellationToken)
    {
        var outcome = await archive.ExecuteAsync(id, archived, actor, cancellationToken);
        if (outcome.IsDone)
        {
            Toast.Show(this, archived ? "跟进已归档" : "跟进已恢复", $"/visits/{id}/archive", new Dictionary<string, string> { ["archived"] = archived ? "false" : "true" });
            return this.GoTo($"/visits/{id}");
        }

        return await AskAsync(id, cancellationToken) ? this.Refuse(outcome) : NotFound();
    }

    private async Task<bool> AskAsync(long id, CancellationToken cancellationToken)
    {
        if (await details.ReadAsync(id, actor, cancellationToken) is not { MayEdit: true } visit)
        {
            return false;
        }

        var say = Translations.Current;
        var (title, loss, act) = visit.ArchivedAt is null
            ? ("归档这条跟进？", "归档后不再出现在列表和时间线里，客户的最后跟进时间会重新计算；随时可以恢复。", "归档")
            : ("恢复这条跟进？", "恢复后重新出现在列表和时间线里，客户的最后跟进时间会重新计算。", "恢复");
        Question = new Confirmation(
            say.Say(title), say.Say(loss), say.Say(act), $"/visits/{id}", false, new Dictionary<string, string> { ["archived"] = visit.ArchivedAt is null ? "true" : "false" });
        return true;
    }
}
