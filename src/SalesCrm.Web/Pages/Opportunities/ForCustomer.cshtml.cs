using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Opportunities.Stages;
using SalesCrm.Application.Shared.Paging;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Opportunities;

/// <summary>A customer's opportunities, for his page.</summary>
[OnlyFor(Role.Rep, Role.Manager, Role.Service, Role.Legal, Role.Admin)]
public sealed class ForCustomerModel(OpportunityList list, CustomerDetails customers, OpportunityForm form, StageList stages, CurrentActor actor) : PageModel
{
    private const int Most = 20;

    public long CustomerId { get; private set; }

    public OpportunityList.Result Result { get; private set; } = null!;

    public IReadOnlyDictionary<StageCode, StageRow> Stages { get; private set; } = null!;

    /// <summary>He works on the customer, who is neither archived nor merged into another.</summary>
    public bool MayCreate { get; private set; }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellationToken)
    {
        CustomerId = id;
        Result = await list.ReadAsync(new() { CustomerId = id }, new PageRequest("created", Descending: true, Size: Most), actor, cancellationToken);
        if (Result.Page.Rows.Count == 0 && !await customers.IsSeenAsync(id, actor, cancellationToken))
        {
            return NotFound();
        }

        MayCreate = actor.Value.Role is Role.Rep or Role.Manager or Role.Admin && await form.CustomerAsync(id, actor, cancellationToken) is not null;
        Stages = (await stages.ReadAsync(cancellationToken)).ToDictionary(stage => stage.Code);
        return this.PageOrFragment("_Panel");
    }
}
