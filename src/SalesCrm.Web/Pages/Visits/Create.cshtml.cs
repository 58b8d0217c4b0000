using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Users;
using SalesCrm.Application.Visits;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Pages.Scripts;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Visits;

/// <summary>Logs a follow-up; without a customer in the address it first asks for one.</summary>
[OnlyFor(Role.Rep, Role.Manager, Role.Service, Role.Admin)]
public sealed class CreateModel(RecordVisit record, VisitForm form, CustomerPicker picker, ScriptInsertion scripts, CurrentActor actor) : PageModel
{
    [BindProperty]
    public RecordVisit.Input Input { get; set; } = new();

    /// <summary>Where to go on afterwards; the customer's page where empty.</summary>
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    /// <summary>The button of the script panel that was pressed instead of saving.</summary>
    [BindProperty]
    public string? Script { get; set; }

    public ScriptPanel Panel { get; private set; } = new(null, []);

    /// <summary>Null while no customer is chosen.</summary>
    public VisitForm.Choices? Choices { get; private set; }

    public IReadOnlyList<CustomerPicker.Choice> Customers { get; private set; } = [];

    public string Back => this.LocalAddress(ReturnUrl, Input.CustomerId is { } customer ? $"/customers/{customer}" : "/visits");

    public async Task<IActionResult> OnGetAsync(long? customerId, long? opportunityId, long? taskId, CancellationToken cancellationToken)
    {
        if (customerId is null)
        {
            Customers = await picker.FindAsync(Q, actor, cancellationToken);
            return Page();
        }

        if (await form.ReadAsync(customerId.Value, opportunityId, actor, cancellationToken) is not { } choices)
        {
            return NotFound();
        }

        Choices = choices;
        Input = new RecordVisit.Input
        {
            CustomerId = customerId,
            Method = VisitMethod.Call,
            ContactId = choices.Contacts.Count > 0 ? choices.Contacts[0].Id : null,
            OpportunityId = choices.Opportunities.FirstOrDefault(o => o.Id == opportunityId)?.Id ?? (choices.Opportunities.Count == 1 ? choices.Opportunities[0].Id : null),
            TaskId = choices.Tasks.FirstOrDefault(task => task.Id == taskId)?.Id,
            VisitorId = choices.Visitors.Any(visitor => visitor.Id == actor.Value.UserId) ? actor.Value.UserId : null,
            OperationId = Guid.NewGuid(),
        };
        Panel = await scripts.ApplyAsync(null, Input, actor, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var outcome = ModelState.IsValid && Script is null ? await record.ExecuteAsync(Input, actor, cancellationToken) : null;
        if (outcome is { IsDone: true })
        {
            Toast.Show(this, "跟进已记录", $"/visits/{outcome.Value}/archive", new Dictionary<string, string> { ["archived"] = "true" });
            return this.GoTo(Back);
        }

        Choices = Input.CustomerId is { } customerId ? await form.ReadAsync(customerId, Input.OpportunityId, actor, cancellationToken) : null;
        if (Input.CustomerId is not null && Choices is null)
        {
            return NotFound();
        }

        Panel = await scripts.ApplyAsync(Script, Input, actor, cancellationToken);
        if (Script is not null && Choices is not null)
        {
            // The form comes back as typed, with the text put in; what is missing is said when it is saved.
            ModelState.Remove("Input.Feedback");
            ModelState.Remove("Input.Topic");
            return Page();
        }

        if (Choices is null)
        {
            Customers = await picker.FindAsync(Q, actor, cancellationToken);
        }

        return outcome is null ? this.Invalid() : this.Refuse(outcome);
    }
}
