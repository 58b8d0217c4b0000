using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Customers.Pool;
using SalesCrm.Application.Dictionaries;
using SalesCrm.Application.Grading;
using SalesCrm.Application.Shared.Paging;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;
using SalesCrm.Web.TagHelpers;

namespace SalesCrm.Web.Pages.Customers.Pool;

/// <summary>Customers without an owner, for whoever takes them first.</summary>
[OnlyFor(Role.Rep, Role.Manager, Role.Admin)]
public sealed class IndexModel(PoolList list, Words words, CurrentActor actor) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public Grade? Grade { get; set; }

    [BindProperty(SupportsGet = true)]
    public long? IndustryId { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Province { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool? HasDeals { get; set; }

    public Page<PoolList.PoolRow> Customers { get; private set; } = null!;

    public PoolList.Standing? Standing { get; private set; }

    public IReadOnlyList<Words.Word> Industries { get; private set; } = [];

    public bool IsFiltered => Q is not null || Grade is not null || IndustryId is not null || Province is not null || HasDeals is not null;

    public bool MayAssign => actor.Value.Role is Role.Manager or Role.Admin;

    public bool MayClaim => actor.Value.Role is Role.Rep or Role.Manager;

    public bool MayChangeRules => actor.Value.Role is Role.Admin;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Customers = await list.ReadAsync(new PoolList.Filter(Q, Grade, IndustryId, Province, HasDeals), QueryLink.Page(Request, "-since"), actor, cancellationToken);
        if (!Request.IsFragment())
        {
            Industries = await words.OfAsync(DictionaryKind.Industry, null, cancellationToken);
            Standing = MayClaim ? await list.StandingAsync(actor, cancellationToken) : null;
        }

        return this.PageOrFragment("_Rows");
    }
}
