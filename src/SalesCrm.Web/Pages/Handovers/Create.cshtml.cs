using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using SalesCrm.Application.Handovers;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Pages.Shared;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Handovers;

/// <summary>Who hands over to whom.</summary>
[OnlyFor(Role.Manager, Role.Admin)]
public sealed class CreateModel(ProposeHandover propose, PersonHoldings holdings, People people, CurrentActor actor) : PageModel
{
    /// <summary>Chosen before, where one comes from a person's account.</summary>
    [BindProperty(SupportsGet = true)]
    public long? FromId { get; set; }

    [BindProperty]
    public ProposeHandover.Input Input { get; set; } = new();

    public IReadOnlyList<People.Person> Receivers { get; private set; } = [];

    public IEnumerable<SelectListItem> Givers { get; private set; } = [];

    /// <summary>What the person holds, once he is chosen.</summary>
    public PersonHoldings.Count? Holdings { get; private set; }

    public bool MayActAtOnce => actor.Value.Role == Role.Admin;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Input.FromId = FromId;
        await LoadAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var outcome = await propose.ExecuteAsync(Input, actor, cancellationToken);
        if (outcome.IsDone)
        {
            Toast.Show(this, "交接已发起");
            return this.GoTo($"/handovers/{outcome.Value}");
        }

        await LoadAsync(cancellationToken);
        return this.Refuse(outcome);
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        Holdings = Input.FromId is { } from ? await holdings.CountOfAsync(from, actor, cancellationToken) : null;
        Givers = Options.Of(await people.OwnersAsync(actor, Holdings is null ? null : Input.FromId, cancellationToken));
        Receivers = [.. (await people.OwnersAsync(actor, cancellationToken)).Where(person => person.Id != Input.FromId)];
    }
}
