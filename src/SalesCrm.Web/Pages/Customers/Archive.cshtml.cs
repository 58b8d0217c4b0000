using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Pages.Shared;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Customers;

[OnlyFor(Role.Rep, Role.Manager, Role.Service, Role.Admin)]
public sealed class ArchiveModel(ArchiveCustomer archive, CustomerDetails details, CurrentActor actor) : PageModel
{
    public Confirmation Question { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellationToken)
        => await AskAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(long id, bool archived, CancellationToken cancellationToken)
    {
        var outcome = await archive.ExecuteAsync(id, archived, actor, cancellationToken);
        if (outcome.IsDone)
        {
            Toast.Show(this, archived ? "客户已归档" : "客户已恢复", $"/customers/{id}/archive", new Dictionary<string, string> { ["archived"] = archived ? "false" : "true" });
            return this.GoTo($"/customers/{id}");
        }

        return await AskAsync(id, cancellationToken) ? this.Refuse(outcome) : NotFound();
    }

    private async Task<bool> AskAsync(long id, CancellationToken cancellationToken)
    {
        if (await details.FindAsync(id, actor, cancellationToken) is not { MayEdit: true } customer)
        {
            return false;
        }

        var say = Translations.Current;
        Question = customer.ArchivedAt is null
            ? new Confirmation(say.Say(new Text("归档「{0}」？", customer.Name)), say.Say("归档后不再出现在日常列表里，档案、跟进和成交都保留，随时可以恢复。"), say.Say("归档"), $"/customers/{id}", false, new Dictionary<string, string> { ["archived"] = "true" })
            : new Confirmation(say.Say(new Text("恢复「{0}」？", customer.Name)), say.Say("恢复后重新出现在日常列表里。"), say.Say("恢复"), $"/customers/{id}", false, new Dictionary<string, string> { ["archived"] = "false" });
        return true;
    }
}
