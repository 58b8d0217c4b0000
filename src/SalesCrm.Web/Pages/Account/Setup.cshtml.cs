using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Users;
using SalesCrm.Web.Hosting;
using SalesCrm.Web.Htmx;

namespace SalesCrm.Web.Pages.Account;

/// <summary>There until somebody can sign in as administrator; then gone.</summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.Login)]
public sealed class SetupModel(FirstAdmin first, CreateFirstAdmin create, SetupCode code) : PageModel
{
    public sealed class Form
    {
        public string? Code { get; set; }
        public string? UserName { get; set; }
        public string? DisplayName { get; set; }
        public string? Password { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
        => await first.ExistsAsync(cancellationToken) ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await first.ExistsAsync(cancellationToken))
        {
            return NotFound();
        }

        if (!code.Is(Input.Code))
        {
            return this.Refuse(Outcome.Invalid(nameof(Input.Code), "设置码不对，请查看服务器日志里最近一次启动时的设置码"));
        }

        var outcome = await create.ExecuteAsync(new CreateFirstAdmin.Input(Input.UserName, Input.DisplayName, Input.Password), cancellationToken);
        return outcome.IsDone ? LocalRedirect("/account/login") : this.Refuse(outcome);
    }
}
