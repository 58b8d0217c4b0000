using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Scripts;
using SalesCrm.Application.Users;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Scripts;

/// <summary>The panel anew, for what is typed into its search box.</summary>
[OnlyFor(Role.Rep, Role.Manager, Role.Service, Role.Admin)]
public sealed class PanelModel(ScriptList list) : PageModel
{
    /// <summary>Rows beside a form.</summary>
    internal const int Size = 6;

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    public ScriptPanel Shown { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken)
        => Shown = new(Q, await list.SuggestAsync(new(Q), Size, cancellationToken));
}
