using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Customers.Bulk;
using SalesCrm.Application.Dictionaries;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Pages.Shared;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Customers;

/// <summary>One act on the customers that were picked in the list, or on all that its filter shows: first which, then what it needs.</summary>
[OnlyFor(Role.Rep, Role.Manager, Role.Service, Role.Admin)]
public sealed class BulkModel(ChangeCustomers change, BulkPreview preview, Words words, People people, CurrentActor actor) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "ids")]
    public List<long> Ids { get; set; } = [];

    /// <summary>All that the filter in the address shows, instead of the picked ones.</summary>
    [BindProperty(SupportsGet = true)]
    public bool All { get; set; }

    /// <summary>As the list reads it from the address.</summary>
    [BindProperty(SupportsGet = true)]
    public CustomerFilter Filter { get; set; } = new();

    /// <summary>The act that was chosen.</summary>
    [BindProperty(SupportsGet = true)]
    public BulkChange? Change { get; set; }

    [BindProperty]
    public ChangeCustomers.Input Input { get; set; } = new();

    public int Count { get; private set; }

    /// <summary>What he may do to many customers.</summary>
    public IEnumerable<BulkChange> Offered => Enum.GetValues<BulkChange>().Where(one => one != BulkChange.Assign || actor.Value.Role is Role.Manager or Role.Admin);

    /// <summary>What was chosen of it; null before.</summary>
    public BulkChange? Chosen => Offered.Cast<BulkChange?>().FirstOrDefault(one => one == (Input.Change ?? Change));

    public BulkPreview.Preview Preview { get; private set; } = null!;

    public IReadOnlyList<People.Person> Owners { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Choices { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await ShowAsync(cancellationToken);
        return Count == 0 ? this.GoTo("/customers") : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Pick();
        var outcome = await change.ExecuteAsync(Input, actor, cancellationToken);
        if (outcome is not { Value: { } result })
        {
            await ShowAsync(cancellationToken);
            return this.Refuse(outcome);
        }

        var left = result.Unchanged + result.NotYours + result.Busy;
        var told = left == 0
            ? new Text("已处理 {0} 家客户", result.Done)
            : new Text("已处理 {0} 家客户，{1} 家保持原样（{2} 家无需改动，{3} 家不归您管理，{4} 家有进行中的商机）", result.Done, left, result.Unchanged, result.NotYours, result.Busy);
        Toast.Show(this, told, result.ActId == 0 ? null : $"/acts/{result.ActId}");
        return this.GoTo("/customers");
    }

    private async Task ShowAsync(CancellationToken cancellationToken)
    {
        Pick();
        Count = await change.CountAsync(Input, actor, cancellationToken);
        if (Chosen is not { } chosen)
        {
            return;
        }

        Preview = await preview.ReadAsync(Input, chosen, actor, cancellationToken);
        Owners = chosen == BulkChange.Assign ? await people.OwnersAsync(actor, cancellationToken) : [];
        Choices = chosen.Words() is { } kind ? [.. Options.Of(await words.OfAsync(kind, null, cancellationToken))] : [];
    }

    private void Pick() => (Input.Ids, Input.Filter) = (Ids, All ? Filter with { Fields = FieldQuery.Of(Request), Conditions = ConditionQuery.Of(Request) } : null);
}
