using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Fields;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Admin.Fields;

[OnlyFor(Role.Admin)]
public sealed class EditModel(FieldList fields, SaveField save, CurrentActor actor) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    [BindProperty]
    public SaveField.Input Input { get; set; } = new();

    /// <summary>As it is stored.</summary>
    public FieldList.FieldRow Field { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await fields.FindAsync(Id, actor, cancellationToken) is not { } field)
        {
            return NotFound();
        }

        (Field, Input) = (field, field.Input);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await fields.FindAsync(Id, actor, cancellationToken) is not { } field)
        {
            return NotFound();
        }

        Field = field;
        if (!ModelState.IsValid)
        {
            return this.Invalid();
        }

        var outcome = await save.ExecuteAsync(field.Subject, Id, Input, actor, cancellationToken);
        if (!outcome.IsDone)
        {
            // What was typed stays, and the next save is upon the newer version.
            if (outcome.Kind == OutcomeKind.Conflict)
            {
                ModelState.Remove("Input.Version");
                Input.Version = field.Input.Version;
            }

            return this.Refuse(outcome);
        }

        Toast.Show(this, "已保存");
        return this.GoTo($"/admin/fields?subject={field.Subject}");
    }
}
