using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Users;
using SalesCrm.Application.Users.Accounts;
using SalesCrm.Application.Users.Sessions;
using SalesCrm.Web.Formats;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Pages.Shared;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Admin.Users;

[OnlyFor(Role.Admin)]
public sealed class SessionsModel(AccountForm form, EndSessions end, CurrentActor current, Localizer t) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    public Confirmation Question { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await form.FindAsync(Id, cancellationToken) is not { } account)
        {
            return NotFound();
        }

        var loss = t["{0} 在 {1} 台设备上登录。全部退出后，他需要重新登录；没有保存的内容会丢失。", account.Input.DisplayName, account.Sessions];
        Question = new(t["退出全部设备"], loss, t["全部退出"], string.Create(CultureInfo.InvariantCulture, $"/admin/users/{Id}"));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await form.FindAsync(Id, cancellationToken) is null)
        {
            return NotFound();
        }

        await end.ExecuteAsync(Id, null, null, current, cancellationToken);
        Toast.Show(this, "已退出全部设备");
        return this.GoTo("/admin/users");
    }
}
