using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Shared.Time;
using SalesCrm.Application.Trials;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Trials;

[OnlyFor(Role.Rep, Role.Manager, Role.Admin)]
public sealed class CreateModel(GiveTrial give, TrialSettings settings, CompanyClock clock, CurrentActor actor) : PageModel
{
    [BindProperty]
    public GiveTrial.Input Input { get; set; } = new();

    public string Name { get; private set; } = "";

    public string Back => string.Create(CultureInfo.InvariantCulture, $"{(Input.LeadId is null ? "/customers" : "/leads")}/{Input.LeadId ?? Input.CustomerId}");

    public async Task<IActionResult> OnGetAsync(long? leadId, long? customerId, CancellationToken cancellationToken)
    {
        var days = await settings.DaysAsync(cancellationToken);
        Input = new() { LeadId = leadId, CustomerId = customerId, StartOn = clock.Today, EndOn = clock.Today.AddDays(days), OperationId = Guid.NewGuid() };
        return await LoadAsync(cancellationToken) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var outcome = ModelState.IsValid ? await give.ExecuteAsync(Input, actor, cancellationToken) : null;
        if (outcome is { IsDone: true })
        {
            Toast.Show(this, "试用已安排");
            return this.GoTo(Back);
        }

        return !await LoadAsync(cancellationToken) ? NotFound() : outcome is null ? this.Invalid() : this.Refuse(outcome);
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        Name = await give.NameOfAsync(Input.LeadId, Input.CustomerId, actor, cancellationToken) ?? "";
        return Name.Length > 0;
    }
}
