using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Imports.Uploads;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Imports;

/// <summary>Lets an import create the words that its dry run did not find, and has it tried again.</summary>
[OnlyFor(Role.Rep, Role.Manager, Role.Admin)]
public sealed class WordsModel(AllowCreation allow, CurrentActor actor) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Handle { get; set; }

    /// <summary>What may be created, parted by commas.</summary>
    [BindProperty]
    public string Create { get; set; } = "";

    public async Task<IActionResult> OnGetAsync([FromServices] ImportDetails details, CancellationToken cancellationToken)
        => await details.ReadAsync(Handle, actor, cancellationToken) is null ? NotFound() : this.GoTo($"/imports/{Handle}/check");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var outcome = await allow.ExecuteAsync(Handle, Create.Split(',', StringSplitOptions.RemoveEmptyEntries), actor, cancellationToken);
        return outcome.Kind == OutcomeKind.NotFound ? NotFound() : this.GoTo($"/imports/{Handle}/check");
    }
}
