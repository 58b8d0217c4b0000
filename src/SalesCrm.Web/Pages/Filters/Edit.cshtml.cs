using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Filters;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Pages.Shared;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Filters;

/// <summary>Renames, describes, shares or reorders one of one's own tabs; conditions in the address replace its own.</summary>
[OnlyFor(Role.Rep, Role.Manager, Role.Service, Role.Legal, Role.Admin)]
public sealed class EditModel(SavedFilters saved, SaveFilter save, CurrentActor actor) : PageModel
{
    [BindProperty]
    public SaveFilter.Input Input { get; set; } = new();

    public bool IsReplaced => Request.QueryString.HasValue;

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellationToken)
    {
        if (await saved.FindAsync(id, actor, cancellationToken) is not { IsMine: true } row)
        {
            return NotFound();
        }

        var asked = QueryText.Of(QueryText.Narrowing(ConditionQuery.Pairs(Request)));
        Input = new() { Name = row.Name, Description = row.Description, Audience = row.Audience, Position = row.Position, Query = asked.Length > 0 ? asked : row.Query, Version = row.Version };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken cancellationToken)
    {
        if (await saved.FindAsync(id, actor, cancellationToken) is not { IsMine: true } row)
        {
            return NotFound();
        }

        var outcome = ModelState.IsValid ? await save.ExecuteAsync(row.Subject, id, Input, actor, cancellationToken) : null;
        if (outcome is { IsDone: true })
        {
            Toast.Show(this, "标签已保存");
            return this.GoTo($"/segments/{id}");
        }

        if (outcome is { Kind: OutcomeKind.Conflict })
        {
            // What was typed now stands upon the newer version; sending it again is a decision.
            (Input.Version, _) = (row.Version, ModelState.Remove("Input.Version"));
        }

        return outcome is null ? this.Invalid() : this.Refuse(outcome);
    }
}
