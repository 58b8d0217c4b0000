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

/// <summary>One act on the customers that were picked in the list, or on all that its filter shows.</summary>
[OnlyFor(Role.Rep, Role.Manager, Role.Service, Role.Admin)]
public sealed class BulkModel(ChangeCustomers change, Words words, People people, CurrentActor actor) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "ids")]
    public List<long> Ids { get; set; } = [];

    /// <summary>All that the filter in the address shows, instead of the picked ones.</summary>
    [BindProperty(SupportsGet = true)]
    public bool All { get; set; }

    /// <summary>As the list reads it from the address.</summary>
    [BindProperty(SupportsGet = true)]
    public CustomerFilter Filter { get; set; } = new();

    [BindProperty]
    public ChangeCustomers.Input Input { get; set; } = new();

    public int Count { get; private set; }

    public IReadOnlyList<People.Person> Owners { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Choices { get; private set; } = [];

    public bool MayAssign => actor.Value.Role is Role.Manager or Role.Admin;

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
        Owners = MayAssign ? await people.OwnersAsync(actor, cancellationToken) : [];
        var choices = new List<SelectListItem>();
        foreach (var (kind, name) in new (DictionaryKind, Text)[] { (DictionaryKind.Industry, "所属行业"), (DictionaryKind.Source, "客户来源"), (DictionaryKind.CompanySize, "企业规模") })
        {
            var group = new SelectListGroup { Name = Translations.Current.Say(name) };
            choices.AddRange(Options.Of(await words.OfAsync(kind, null, cancellationToken)).Select(item => new SelectListItem(item.Text, item.Value) { Group = group }));
        }

        Choices = choices;
    }

    private void Pick() => (Input.Ids, Input.Filter) = (Ids, All ? Filter with { Fields = FieldQuery.Of(Request), Conditions = ConditionQuery.Of(Request) } : null);
}
