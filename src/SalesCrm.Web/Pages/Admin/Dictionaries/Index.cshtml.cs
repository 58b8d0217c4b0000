using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Dictionaries;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Admin.Dictionaries;

/// <summary>The lists of words. Its form moves a word within its list.</summary>
[OnlyFor(Role.Admin)]
public sealed class IndexModel(WordList words, MoveWord move, CurrentActor current) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public DictionaryKind Kind { get; set; } = DictionaryKind.Industry;

    [BindProperty]
    public long? Up { get; set; }

    [BindProperty]
    public long? Down { get; set; }

    public IReadOnlyList<WordList.WordRow> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!Enum.IsDefined(Kind))
        {
            return NotFound();
        }

        Rows = await words.ReadAsync(Kind, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var outcome = await move.ExecuteAsync(Up ?? Down ?? 0, Up is not null, current, cancellationToken);
        return outcome.IsDone ? LocalRedirect($"/admin/dictionaries?kind={Kind}") : this.Refuse(outcome);
    }
}
