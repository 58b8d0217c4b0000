using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Audit;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;
using SalesCrm.Web.TagHelpers;

namespace SalesCrm.Web.Pages.Audit;

/// <summary>Who changed one record; for everybody who may see the record, as a page and as a part of its page.</summary>
[Authorize]
public sealed class IndexModel(RecordHistory history, CurrentActor actor) : PageModel
{
    public RecordHistory.History History { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string subject, long id, CancellationToken cancellationToken)
    {
        if (await history.ReadAsync(subject, id, QueryLink.Page(Request, "-id"), actor, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        History = found;
        return this.PageOrFragment("_Entries", found.Entries);
    }
}
