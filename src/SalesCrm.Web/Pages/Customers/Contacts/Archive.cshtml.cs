using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Customers.Contacts;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Pages.Shared;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Customers.Contacts;

[OnlyFor(Role.Rep, Role.Manager, Role.Service, Role.Admin)]
public sealed class ArchiveModel(ArchiveContact archive, SaveContact contacts, CurrentActor actor) : PageModel
{
    public Confirmation Question { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long id, long contactId, CancellationToken cancellationToken)
        => await AskAsync(id, contactId, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(long id, long contactId, CancellationToken cancellationToken)
    {
        var outcome = await archive.ExecuteAsync(id, contactId, actor, cancellationToken);
        if (outcome.IsDone)
        {
            Toast.Show(this, "联系人已移除");
            return this.GoTo($"/customers/{id}");
        }

        return await AskAsync(id, contactId, cancellationToken) ? this.Refuse(outcome) : NotFound();
    }

    private async Task<bool> AskAsync(long id, long contactId, CancellationToken cancellationToken)
    {
        if (await contacts.FindAsync(id, contactId, actor, cancellationToken) is not { } contact)
        {
            return false;
        }

        var say = Translations.Current;
        Question = new Confirmation(say.Say(new Text("移除联系人「{0}」？", contact.Name)), say.Say("与他有关的跟进记录都保留。"), say.Say("移除"), $"/customers/{id}/contacts/{contactId}/edit");
        return true;
    }
}
