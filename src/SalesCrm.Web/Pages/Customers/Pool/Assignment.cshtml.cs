using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Customers.Pool;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Customers.Pool;

/// <summary>Gives the customers that were picked in the pool to one person.</summary>
[OnlyFor(Role.Manager, Role.Admin)]
public sealed class AssignmentModel(AssignFromPool assign, People people, CurrentActor actor) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "ids")]
    public List<long> Ids { get; set; } = [];

    [BindProperty]
    public long? OwnerId { get; set; }

    public IReadOnlyList<People.Person> Owners { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Owners = await people.ReceiversAsync(actor, cancellationToken);
        return Ids.Count == 0 ? this.GoTo("/customers/pool") : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var outcome = await assign.ExecuteAsync(new AssignFromPool.Input { Ids = Ids, OwnerId = OwnerId }, actor, cancellationToken);
        if (outcome is not { Value: { } result })
        {
            Owners = await people.ReceiversAsync(actor, cancellationToken);
            return this.Refuse(outcome, "");
        }

        var told = result.Gone == 0 ? new Text("已分配 {0} 家客户", result.Done) : new Text("已分配 {0} 家客户，{1} 家已被别人领走", result.Done, result.Gone);
        Toast.Show(this, told, result.ActId == 0 ? null : $"/acts/{result.ActId}");
        return this.GoTo("/customers/pool");
    }
}
