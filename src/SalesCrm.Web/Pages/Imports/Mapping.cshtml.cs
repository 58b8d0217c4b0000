using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using SalesCrm.Application.Imports.Kinds;
using SalesCrm.Application.Imports.Uploads;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Users;
using SalesCrm.Web.Hosting;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Imports;

[OnlyFor(Role.Rep, Role.Manager, Role.Admin)]
public sealed class MappingModel(ImportMapping mapping, MapImport map, CurrentActor actor) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Handle { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Sheet { get; set; }

    [BindProperty]
    public List<string?> Fields { get; set; } = [];

    [BindProperty]
    public List<string?> Defaults { get; set; } = [];

    [BindProperty]
    public List<string?> Values { get; set; } = [];

    [BindProperty]
    public List<string> Create { get; set; } = [];

    public ImportMapping.View View { get; private set; } = null!;

    public IReadOnlyList<KindChoice> Kinds => [.. ImportKinds.For(actor).Where(kind => !HttpContext.AreasOff().HasKind(kind.Name))];

    /// <summary>Words, products and people are the admin's to make.</summary>
    public IReadOnlyList<(string Name, Text Label)> Creatable => actor.Value.SeesEverything
        ? [("Customer", "客户"), .. OfLeads, ("Owner", "人员（不能登录）"), ("Industry", "行业"), ("Source", "来源"), ("Product", "产品"), ("LossReason", "丢单原因")]
        : [("Customer", "客户"), .. OfLeads];

    /// <summary>Only acts and events may be about a lead.</summary>
    private IEnumerable<(string Name, Text Label)> OfLeads => View.Kind is "visits" or "events" ? [("LeadCustomer", "线索的公司（作为客户）")] : [];

    public IEnumerable<SelectListItem> FieldItems(string chosen)
        => View.Fields.Select(field => new SelectListItem(Translations.Current.Say(field.Label) + (field.IsRequired ? " *" : ""), field.Name, field.Name == chosen));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await mapping.ReadAsync(Handle, Kind, Sheet, actor, cancellationToken) is not { } view)
        {
            return NotFound();
        }

        View = view;
        Create = [.. view.Create];
        Fields = view.Columns.Select(column => (string?)column.Field).ToList();
        Defaults = view.Columns.Select(column => column.Default).ToList();
        Values = view.Columns.Select(column => column.Values).ToList();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var outcome = await map.ExecuteAsync(Handle, new MapImport.Input { Kind = Kind ?? "", Sheet = Sheet ?? "", Fields = Fields, Defaults = Defaults, Values = Values, Create = Create }, actor, cancellationToken);
        if (outcome.Kind is OutcomeKind.Done or OutcomeKind.Conflict)
        {
            return this.GoTo($"/imports/{Handle}/check");
        }

        if (await mapping.ReadAsync(Handle, Kind, Sheet, actor, cancellationToken) is not { } view)
        {
            return NotFound();
        }

        View = view;
        return this.Refuse(outcome, "");
    }
}
