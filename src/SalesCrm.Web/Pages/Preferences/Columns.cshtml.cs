using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Columns;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Pages.Shared;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Preferences;

/// <summary>Which columns one's own view of a list has, and in which order.</summary>
[OnlyFor(Role.Rep, Role.Manager, Role.Service, Role.Legal, Role.Admin)]
public sealed class ColumnsModel(ShownColumns columns, ChooseColumns choose, CurrentActor actor) : PageModel
{
    [BindProperty]
    public ChooseColumns.Input Input { get; set; } = new();

    public ColumnedList List { get; private set; } = null!;

    public ShownColumns.Layout Layout { get; private set; } = null!;

    /// <summary>The list as it was.</summary>
    public string Back => "/" + List.Name + Request.QueryString;

    public async Task<IActionResult> OnGetAsync(string list, CancellationToken cancellationToken) => await LoadAsync(list, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string list, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(list, cancellationToken))
        {
            return NotFound();
        }

        var outcome = await choose.ExecuteAsync(List.Columns, Input, actor, cancellationToken);
        if (!outcome.IsDone)
        {
            return this.Refuse(outcome);
        }

        Toast.Show(this, Input.Reset ? "已恢复标准的列" : "列已保存，只改变您自己的列表");
        return this.GoTo(Back);
    }

    /// <summary>As it was typed after a refusal, otherwise as it is.</summary>
    public bool IsShown(ListColumn column) => HttpMethods.IsPost(Request.Method) ? Input.Shown.Contains(column.Code) : Layout.Shown.Contains(column);

    public string? PlaceOf(ListColumn column, int place) => HttpMethods.IsPost(Request.Method) ? Input.Places.GetValueOrDefault(column.Code) : Layout.Shown.Contains(column) ? Show(place) : null;

    private static string Show(int place) => place.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private async Task<bool> LoadAsync(string list, CancellationToken cancellationToken)
    {
        if (ColumnedList.Called(list, actor.Value.Role) is not { } found)
        {
            return false;
        }

        (List, Layout) = (found, await columns.LayoutAsync(found.Columns, actor, cancellationToken));
        return true;
    }
}
