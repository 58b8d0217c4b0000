using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using SalesCrm.Application.Imports.Kinds;
using SalesCrm.Application.Imports.Mapping;
using SalesCrm.Application.Imports.Uploads;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Users;
using SalesCrm.Web.Hosting;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Imports;

[OnlyFor(Role.Rep, Role.Manager, Role.Admin)]
// A wide file with many unknown words has more values than a form may usually hold.
[RequestFormLimits(ValueCountLimit = 8_192)]
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
    public List<MapImport.Swap> Swaps { get; set; } = [];

    [BindProperty]
    public List<string> Create { get; set; } = [];

    /// <summary>The system that the file comes from.</summary>
    [BindProperty]
    public string? System { get; set; }

    /// <summary>How dates that end with the year are written.</summary>
    [BindProperty]
    public string? Dates { get; set; }

    public ImportMapping.View View { get; private set; } = null!;

    public IReadOnlyList<KindChoice> Kinds => [.. ImportKinds.For(actor).Where(kind => !HttpContext.AreasOff().HasKind(kind.Name))];

    public IReadOnlyList<KindChoice> Creatable => Creatables.For(View.Kind, actor);

    /// <summary>The fields to which columns lead, without the rows that are offered for others and hold nothing.</summary>
    public IReadOnlyList<string?> Chosen => [.. Fields.Where(chosen => !string.IsNullOrEmpty(chosen))];

    /// <summary>Required fields that no column and no default fills.</summary>
    public IReadOnlyList<Text> Lacking => View.Lacking(Fields.Select((chosen, index) => index < View.Columns.Count && (View.Columns[index].Name.Length > 0 || !string.IsNullOrWhiteSpace(Defaults.ElementAtOrDefault(index))) ? chosen : null).OfType<string>());

    /// <summary>The words that the last dry run did not know in a field.</summary>
    public IReadOnlyList<string> MissingIn(string field) => [.. View.Missing.Where(missing => missing.Field == field).SelectMany(missing => missing.Words).Select(word => word.Word).Distinct().Take(30)];

    /// <summary>What may be chosen instead of them; nothing for fields whose records are too many.</summary>
    public IReadOnlyList<string> KnownIn(string field) => View.Known.GetValueOrDefault(field) ?? [];

    /// <summary>What was chosen for a word, in a form that came back.</summary>
    public string? SwappedFor(string field, string word) => Swaps.Find(swap => swap.Field == field && swap.Word == word)?.Known;

    public IEnumerable<SelectListItem> FieldItems(string chosen)
        => View.Fields.Select(field => new SelectListItem(Translations.Current.Say(field.Label) + (field.IsRequired ? " *" : ""), field.Name, field.Name == chosen));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } elsewhere)
        {
            return elsewhere;
        }

        (Create, System, Dates) = ([.. View.Create], View.System, View.Dates);
        Fields = View.Columns.Select(column => (string?)column.Field).ToList();
        Defaults = View.Columns.Select(column => column.Default).ToList();
        Values = View.Columns.Select(column => column.Values).ToList();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var outcome = await map.ExecuteAsync(Handle, new MapImport.Input { Kind = Kind ?? "", Sheet = Sheet ?? "", Fields = Fields, Defaults = Defaults, Values = Values, Swaps = Swaps, Create = Create, System = System ?? "", Dates = Dates }, actor, cancellationToken);
        if (outcome.Kind is OutcomeKind.Done or OutcomeKind.Conflict)
        {
            return this.GoTo($"/imports/{Handle}/check");
        }

        return await LoadAsync(cancellationToken) ?? this.Refuse(outcome, "");
    }

    /// <returns>What to answer where there is nothing to map; null where there is.</returns>
    private async Task<IActionResult?> LoadAsync(CancellationToken cancellationToken)
    {
        try
        {
            View = (await mapping.ReadAsync(Handle, Kind, Sheet, actor, cancellationToken))!;
            return View is null ? NotFound() : null;
        }
        catch (MappingRefusedException refused)
        {
            Toast.Show(this, refused.Reason);
            return this.GoTo("/imports/new");
        }
    }
}
