using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Columns;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Dictionaries;
using SalesCrm.Application.Fields;
using SalesCrm.Application.Filters;
using SalesCrm.Application.Grading;
using SalesCrm.Application.Shared.Paging;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Pages.Shared;
using SalesCrm.Web.Security;
using SalesCrm.Web.TagHelpers;

namespace SalesCrm.Web.Pages.Customers;

[OnlyFor(Role.Rep, Role.Manager, Role.Service, Role.Admin)]
public sealed class IndexModel(CustomerList list, ShownColumns columns, CurrentActor actor, Words words, SeenOwners owners) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public Grade? Grade { get; set; }

    [BindProperty(SupportsGet = true)]
    public NeedStage? NeedStage { get; set; }

    [BindProperty(SupportsGet = true)]
    public LifecycleType? Lifecycle { get; set; }

    [BindProperty(SupportsGet = true)]
    public long? IndustryId { get; set; }

    [BindProperty(SupportsGet = true)]
    public long? SourceId { get; set; }

    [BindProperty(SupportsGet = true)]
    public long? OwnerId { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Due { get; set; }

    [BindProperty(SupportsGet = true)]
    public RelationshipType? Relationship { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool HighPotential { get; set; }

    [BindProperty(SupportsGet = true)]
    public long? ReferredById { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Archived { get; set; }

    public FieldFilter? Fields => FieldQuery.Of(Request);

    public ConditionSet? Conditions => ConditionQuery.Of(Request);

    public Page<CustomerList.CustomerRow> Customers { get; private set; } = null!;

    public CustomerCounts Counts { get; private set; } = null!;

    public IReadOnlyList<Words.Word> Industries { get; private set; } = [];

    public IReadOnlyList<Words.Word> Sources { get; private set; } = [];

    public IReadOnlyList<People.Person> Owners { get; private set; } = [];

    public bool IsFiltered => Q is not null || Grade is not null || NeedStage is not null || Lifecycle is not null || IndustryId is not null || SourceId is not null || OwnerId is not null || Due is not null || Relationship is not null || HighPotential || ReferredById is not null || Archived || Fields is not null || Conditions is not null;

    public bool MayCreate => actor.Value.Role is not Role.Legal;

    public IReadOnlyList<ListColumn> Columns { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var filter = new CustomerFilter
        {
            Q = Q,
            Grade = Grade,
            NeedStage = NeedStage,
            Lifecycle = Lifecycle,
            IndustryId = IndustryId,
            SourceId = SourceId,
            OwnerId = OwnerId,
            Due = Due,
            Relationship = Relationship,
            HighPotential = HighPotential,
            ReferredById = ReferredById,
            Archived = Archived,
            Fields = Fields,
            Conditions = Conditions,
        };
        Customers = await list.ReadAsync(filter, QueryLink.Page(Request, "due"), actor, cancellationToken);
        Columns = await columns.OfAsync(FilteredList.Customers.Columns, actor, cancellationToken);
        if (!Request.IsFragment())
        {
            Counts = await list.CountAsync(actor, cancellationToken);
            Industries = await words.OfAsync(DictionaryKind.Industry, null, cancellationToken);
            Sources = await words.OfAsync(DictionaryKind.Source, null, cancellationToken);
            Owners = await owners.ReadAsync(actor, cancellationToken);
        }

        return this.PageOrFragment("_Rows");
    }
}
