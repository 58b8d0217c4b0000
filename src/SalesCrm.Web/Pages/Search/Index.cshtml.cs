using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using SalesCrm.Application.Lookups;
using SalesCrm.Application.Users;
using SalesCrm.Web.Hosting;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Search;

/// <summary>The search of the top bar: everything that matches, or, while somebody types, a short list of suggestions.</summary>
[Authorize]
[EnableRateLimiting(RateLimits.Search)]
public sealed class IndexModel(GlobalSearch search, CurrentActor actor) : PageModel
{
    private const int Shown = 8;
    private const int Suggested = 5;

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    /// <summary>He has a page of follow-ups.</summary>
    public bool MaySearchVisits => actor.Value.Role is not Role.Legal;

    public GlobalSearch.Found Found { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var suggestions = Request.IsFragment();
        Q = Q is { Length: > 100 } ? Q[..100] : Q;
        Found = await search.FindAsync(Q, suggestions ? Suggested : Shown, !suggestions, actor, cancellationToken);
        return this.PageOrFragment("_Suggestions");
    }
}
