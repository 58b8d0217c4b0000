using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Account;

[Authorize]
public sealed class PasswordModel(ChangePassword change, CurrentActor current) : PageModel
{
    public sealed class Form
    {
        public string? OldPassword { get; set; }
        public string? NewPassword { get; set; }
        public string? RepeatedPassword { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    public bool MustChange => current.Session.MustChangePassword;

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var address = HttpContext.Connection.RemoteIpAddress?.ToString() ?? "";
        var input = new ChangePassword.Input(Input.OldPassword, Input.NewPassword, Input.RepeatedPassword, address);
        var outcome = await change.ExecuteAsync(input, current.Session, cancellationToken);
        if (outcome is not { Value: { } opened })
        {
            return this.Refuse(outcome);
        }

        SessionCookie.Write(HttpContext, opened.Key, opened.Remember ? opened.ExpiresAt : null);
        Toast.Show(this, "密码已修改，其他设备上的登录已退出");
        return this.GoTo("/");
    }
}
