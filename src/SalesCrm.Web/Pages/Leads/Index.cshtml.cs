using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Columns;
using SalesCrm.Application.Dictionaries;
using SalesCrm.Application.Leads;
using SalesCrm.Application.Shared.Paging;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Pages.Shared;
using SalesCrm.Web.Security;
using SalesCrm.Web.TagHelpers;

namespace SalesCrm.Web.Pages.Leads;

[OnlyFor(Role.Rep, Role.Manager, Role.Admin)]
public sealed class IndexModel(LeadList list, LeadScoringForm scoring, ProspectsWithoutPlan prospects, LeadChoices choices, ShownColumns columns, CurrentActor actor) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public LeadTab Tab { get; set; }

    [BindProperty(SupportsGet = true)]
    public long? SourceId { get; set; }

    [BindProperty(SupportsGet = true)]
    public long? OwnerId { get; set; }

    /// <summary><c>none</c> for those without a next step.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Plan { get; set; }

    public LeadFilter Filter => new() { Q = Q, Tab = Tab, SourceId = SourceId, OwnerId = OwnerId, NoPlan = Plan == "none", Fields = FieldQuery.Of(Request), Conditions = ConditionQuery.Of(Request) };

    public bool IsFiltered => !string.IsNullOrEmpty(Q) || SourceId is not null || OwnerId is not null || Plan is not null || Filter.Fields is not null || Filter.Conditions is not null;

    public Page<LeadList.LeadRow> Leads { get; private set; } = null!;

    public LeadScoring Scoring { get; private set; } = LeadScoring.Default;

    public IReadOnlyDictionary<LeadTab, int> Counts { get; private set; } = null!;

    public ProspectsWithoutPlan.Counts WithoutPlan { get; private set; } = new(0, 0);

    public bool MayAssign => actor.Value.Role is Role.Manager or Role.Admin;

    public IReadOnlyList<Words.Word> Sources => choices.Sources;

    public IReadOnlyList<People.Person> Owners => choices.Owners;

    public IEnumerable<(LeadTab Tab, string Name)> Tabs =>
    [
        (LeadTab.Open, "未结线索"),
        (LeadTab.NewToMe, "新分给我的"),
        (LeadTab.Qualified, "已达标␟线索"),
        .. actor.Value.Role == Role.Rep ? [] : new[] { (LeadTab.Unassigned, "未分配") },
        (LeadTab.Converted, "已转化"),
        (LeadTab.Disqualified, "已淘汰"),
        (LeadTab.All, "全部"),
    ];

    public IReadOnlyList<ListColumn> Columns { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Leads = await list.ReadAsync(Filter, QueryLink.Page(Request, "-created"), actor, cancellationToken);
        Scoring = await scoring.ReadAsync(cancellationToken);
        Columns = await columns.OfAsync(FilteredList.Leads.Columns, actor, cancellationToken);
        if (!Request.IsFragment())
        {
            Counts = await list.CountAsync(Filter, actor, cancellationToken);
            await choices.LoadFilterAsync(actor, cancellationToken);
            WithoutPlan = await prospects.CountAsync(actor, cancellationToken);
        }

        return this.PageOrFragment("_Rows");
    }
}
