using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Competitors;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Competitors;

[OnlyFor(Role.Rep, Role.Manager, Role.Admin)]
public sealed class ProductsModel(SaveCompetitorProduct save, CompetitorDetails details, CurrentActor actor) : PageModel
{
    [BindProperty]
    public SaveCompetitorProduct.Input Input { get; set; } = new();

    public CompetitorDetails.File Competitor { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long id, long? edit, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (Competitor.Products.FirstOrDefault(row => row.Id == edit) is { } product)
        {
            Input = new() { Id = product.Id, Name = product.Name, Position = product.Position, Note = product.Note, Version = product.Version };
        }

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

        var outcome = await save.ExecuteAsync(id, Input, actor, cancellationToken);
        if (outcome.IsDone)
        {
            Toast.Show(this, "已保存");
            return this.GoTo($"/competitors/{id}/products");
        }

        if (outcome.Kind == OutcomeKind.Conflict && Competitor.Products.FirstOrDefault(row => row.Id == Input.Id) is { } newer)
        {
            (Input.Version, _) = (newer.Version, ModelState.Remove("Input.Version"));
        }

        return this.Refuse(outcome);
    }

    private async Task<bool> LoadAsync(long id, CancellationToken cancellationToken)
    {
        if (await details.FindAsync(id, cancellationToken) is not { } file)
        {
            return false;
        }

        Competitor = file;
        return true;
    }
}
