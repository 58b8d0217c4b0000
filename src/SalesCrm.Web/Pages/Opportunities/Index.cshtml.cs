using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Columns;
using SalesCrm.Application.Fields;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Opportunities.Stages;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Pages.Shared;
using SalesCrm.Web.Security;
using SalesCrm.Web.TagHelpers;

namespace SalesCrm.Web.Pages.Opportunities;

[OnlyFor(Role.Rep, Role.Manager, Role.Service, Role.Legal, Role.Admin)]
public sealed class IndexModel(OpportunityList list, StageList stages, FilterChoices choices, ShownColumns columns, CurrentActor actor) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "")]
    public FilterQuery Query { get; set; } = new();

    public OpportunityList.Result Result { get; private set; } = null!;

    public IReadOnlyDictionary<StageCode, StageRow> Stages { get; private set; } = null!;

    public FilterChoices Choices => choices;

    public FieldFilter? Fields => FieldQuery.Of(Request);

    public bool IsFiltered => !Query.IsEmpty || Fields is not null;

    public bool MayCreate => actor.Value.Role is Role.Rep or Role.Manager or Role.Admin;

    public IReadOnlyList<ListColumn> Columns { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Result = await list.ReadAsync(Query.ToFilter() with { Fields = Fields }, QueryLink.Page(Request, "-created"), actor, cancellationToken);
        Stages = (await stages.ReadAsync(cancellationToken)).ToDictionary(stage => stage.Code);
        Columns = await columns.OfAsync(FilteredList.Opportunities.Columns, actor, cancellationToken);
        if (!Request.IsFragment())
        {
            await choices.LoadAsync(actor, cancellationToken);
        }

        return this.PageOrFragment("_Rows");
    }
}
