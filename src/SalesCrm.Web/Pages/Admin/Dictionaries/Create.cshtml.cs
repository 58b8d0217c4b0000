using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Dictionaries;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Admin.Dictionaries;

[OnlyFor(Role.Admin)]
public sealed class CreateModel(SaveWord save, CurrentActor current) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public DictionaryKind Kind { get; set; } = DictionaryKind.Industry;

    [BindProperty]
    public SaveWord.Input Input { get; set; } = new();

    public IActionResult OnGet() => Enum.IsDefined(Kind) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var outcome = await save.ExecuteAsync(Kind, null, Input, current, cancellationToken);
        if (!outcome.IsDone)
        {
            return this.Refuse(outcome);
        }

        Toast.Show(this, "已添加");
        return this.GoTo($"/admin/dictionaries?kind={Kind}");
    }
}
