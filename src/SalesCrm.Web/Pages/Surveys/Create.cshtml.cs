using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Shared.Time;
using SalesCrm.Application.Surveys;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Surveys;

[OnlyFor(Role.Rep, Role.Manager, Role.Service, Role.Admin)]
public sealed class CreateModel(RecordSurvey record, SurveyForm form, CompanyClock clock, CurrentActor actor) : PageModel
{
    [BindProperty]
    public RecordSurvey.Input Input { get; set; } = new();

    public SurveyForm.Subject Subject { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long? customerId, CancellationToken cancellationToken)
    {
        Input = new() { CustomerId = customerId, AnsweredOn = clock.Today, Round = SurveyRound.Of(clock.Today), OperationId = Guid.NewGuid() };
        return await LoadAsync(cancellationToken) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var outcome = ModelState.IsValid ? await record.ExecuteAsync(Input, actor, cancellationToken) : null;
        if (outcome is { IsDone: true })
        {
            Toast.Show(this, "满意度调查已登记");
            return this.GoTo($"/customers/{Input.CustomerId}");
        }

        return !await LoadAsync(cancellationToken) ? NotFound() : outcome is null ? this.Invalid() : this.Refuse(outcome);
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        Subject = (await form.OfCustomerAsync(Input.CustomerId, actor, cancellationToken))!;
        return Subject is not null;
    }
}
