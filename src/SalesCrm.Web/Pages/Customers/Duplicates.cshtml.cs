using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Customers.Duplicates;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Paging;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;
using SalesCrm.Web.TagHelpers;

namespace SalesCrm.Web.Pages.Customers;

/// <summary>The work list of files that may be one customer; an admin has it made anew.</summary>
[OnlyFor(Role.Rep, Role.Manager, Role.Admin)]
public sealed class DuplicatesModel(DuplicateList list, FindDuplicates find, CurrentActor actor) : PageModel
{
    public Page<DuplicateList.PairRow> Pairs { get; private set; } = null!;

    public DuplicateList.LastSearch Last { get; private set; } = null!;

    public bool MaySearch => actor.Value.SeesEverything;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Pairs = await list.ReadAsync(QueryLink.Page(Request, "-score").Cursor, actor, cancellationToken);
        Last = await list.LastSearchAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!MaySearch)
        {
            return new StatusCodeResult(StatusCodes.Status403Forbidden);
        }

        Toast.Show(this, new Text("查找完成，共 {0} 对疑似重复", await find.ExecuteAsync(actor, cancellationToken)));
        return this.GoTo("/customers/duplicates");
    }
}
