using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Filters;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Pages.Shared;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Filters;

/// <summary>Keeps the conditions in the address as a tab of the list.</summary>
[OnlyFor(Role.Rep, Role.Manager, Role.Service, Role.Legal, Role.Admin)]
public sealed class CreateModel(SaveFilter save, CurrentActor actor) : PageModel
{
    [BindProperty]
    public SaveFilter.Input Input { get; set; } = new();

    public FilteredList List { get; private set; } = null!;

    public IActionResult OnGet(string list)
    {
        Input.Query = QueryText.Of(QueryText.Narrowing(ConditionQuery.Pairs(Request)));
        return Find(list) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(string list, CancellationToken cancellationToken)
    {
        if (!Find(list))
        {
            return NotFound();
        }

        var outcome = ModelState.IsValid ? await save.ExecuteAsync(List.Subject, null, Input, actor, cancellationToken) : null;
        if (outcome is not { IsDone: true, Value: var id })
        {
            return outcome is null ? this.Invalid() : this.Refuse(outcome);
        }

        Toast.Show(this, "标签已保存");
        return this.GoTo(List.With(string.Create(CultureInfo.InvariantCulture, $"{QueryText.Saved}={id}&{QueryText.Of(QueryText.Pairs(Input.Query))}")));
    }

    private bool Find(string list) => (List = FilteredList.Of(list, actor.Value.Role)!) is not null;
}
