using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Users.Sessions;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Account;

[Authorize]
public sealed class SessionsModel(SessionList sessions, EndSessions end, CurrentActor current) : PageModel
{
    /// <summary>Instead of one session: all but this.</summary>
    public const string Others = "others";

    [BindProperty]
    public string? Which { get; set; }

    public IReadOnlyList<SessionList.SessionRow> Rows { get; private set; } = [];

    public string CurrentHash => current.Session.KeyHash;

    public async Task OnGetAsync(CancellationToken cancellationToken) => Rows = await sessions.ReadAsync(current, cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var one = Which == Others ? null : Which ?? "";
        var outcome = await end.ExecuteAsync(current.Value.UserId, one, CurrentHash, current, cancellationToken);
        if (!outcome.IsDone)
        {
            return this.Refuse(outcome);
        }

        Toast.Show(this, one is null ? "其他设备已退出" : "这台设备已退出");
        return this.GoTo("/account/sessions");
    }
}
