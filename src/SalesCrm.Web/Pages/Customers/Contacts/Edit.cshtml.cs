using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Customers.Contacts;
using SalesCrm.Application.Database;
using SalesCrm.Application.Fields;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Pages.Shared;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Customers.Contacts;

[OnlyFor(Role.Rep, Role.Manager, Role.Service, Role.Admin)]
public sealed class EditModel(SaveContact save, LastChange changes, CustomFields fields, CurrentActor actor) : PageModel
{
    [BindProperty]
    public SaveContact.Input Input { get; set; } = new();

    public Conflict? Conflict { get; private set; }

    public async Task<IActionResult> OnGetAsync(long id, long contactId, CancellationToken cancellationToken)
    {
        if (await save.FindAsync(id, contactId, actor, cancellationToken) is not { } input)
        {
            return NotFound();
        }

        Input = input;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, long contactId, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return this.Invalid();
        }

        var outcome = await save.ExecuteAsync(id, contactId, Input, actor, cancellationToken);
        if (!outcome.IsDone)
        {
            if (outcome.Kind == OutcomeKind.Conflict && await save.FindAsync(id, contactId, actor, cancellationToken) is { } theirs)
            {
                Conflict = Compare(theirs, await changes.FindAsync("Contact", contactId, cancellationToken), await fields.OfAsync(FieldSubject.Contact, actor, cancellationToken));
            }

            return this.Refuse(outcome);
        }

        Toast.Show(this, "联系人已保存");
        return this.GoTo($"/customers/{id}");
    }

    private Conflict Compare(SaveContact.Input theirs, LastChange.Change change, IReadOnlyList<FieldDefinition> own) => new(change, theirs.Version.ToString(), new Versions<SaveContact.Input>(Input, theirs)
        .Words("Name", "姓名", c => c.Name)
        .Words("Title", "职位", c => c.Title)
        .Words("Mobile", "手机", c => c.Mobile)
        .Words("Phone", "电话", c => c.Phone)
        .Words("Email", "邮箱", c => c.Email)
        .Words("WeChat", "微信", c => c.WeChat)
        .Kind("Role", "决策角色", c => c.Role, role => role.Name())
        .Day("Birthday", "生日", c => c.Birthday)
        .Words("Attitude", "态度", c => c.Attitude)
        .Words("Preferences", "偏好", c => c.Preferences)
        .Mark("IsPrimary", "设为主要联系人", c => c.IsPrimary)
        .Own(own, c => c.Fields)
        .Fields);
}
