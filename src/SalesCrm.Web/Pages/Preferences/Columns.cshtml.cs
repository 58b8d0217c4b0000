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

    /// <summary>Without script: the column that is to change places with the one before it; nothing is saved yet.</summary>
    [BindProperty]
    public string? Up { get; set; }

    /// <summary>The same with the one behind it.</summary>
    [BindProperty]
    public string? Down { get; set; }

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

        if ((Up ?? Down) is { } moved)
        {
            Move(moved, Up is null ? 1 : -1);
            return Page();
        }

        var outcome = await choose.ExecuteAsync(List.Columns, Input, actor, cancellationToken);
        if (!outcome.IsDone)
        {
            return this.Refuse(outcome);
        }

        Toast.Show(this, Input.Reset ? "已恢复标准的列" : "列已保存，只改变您自己的列表");
        return this.GoTo(Back);
    }

    /// <summary>As it was put together so far, otherwise as it is.</summary>
    public IEnumerable<ListColumn> Rows => IsPosted ? ChooseColumns.InOrder(All, Input.Order) : All;

    public bool IsShown(ListColumn column) => IsPosted ? Input.Shown.Contains(column.Code) : Layout.Shown.Contains(column);

    private bool IsPosted => HttpMethods.IsPost(Request.Method);

    private IEnumerable<ListColumn> All => Layout.Shown.Concat(Layout.Hidden).OrderByDescending(column => column.IsFront);

    private void Move(string code, int by)
    {
        var codes = Rows.Where(column => !column.IsFront).Select(column => column.Code).ToList();
        var (from, to) = (codes.IndexOf(code), codes.IndexOf(code) + by);
        if (from >= 0 && to >= 0 && to < codes.Count)
        {
            (codes[from], codes[to]) = (codes[to], codes[from]);
        }

        Input.Order = codes;
    }

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
