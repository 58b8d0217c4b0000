using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using SalesCrm.Application.Handovers;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Pages.Shared;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Handovers;

/// <summary>Who hands over, and then to whom: only those who may receive what he holds.</summary>
[OnlyFor(Role.Manager, Role.Admin)]
public sealed class CreateModel(ProposeHandover propose, PersonHoldings holdings, ReceiverChoices receivers, People people, CurrentActor actor) : PageModel
{
    /// <summary>Chosen before, where one comes from a person's account.</summary>
    [BindProperty(SupportsGet = true)]
    public long? FromId { get; set; }

    [BindProperty]
    public ProposeHandover.Input Input { get; set; } = new();

    public IReadOnlyList<People.Person> Receivers { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Givers { get; private set; } = [];

    public string? Giver => Givers.FirstOrDefault(giver => giver.Value == Input.FromId?.ToString(CultureInfo.InvariantCulture))?.Text;

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
            Toast.Show(this, Input.Division == HandoverDivision.Evenly ? "交接已发起" : "交接已建立，分配后再发给接收人");
            return this.GoTo($"/handovers/{outcome.Value}{(Input.Division == HandoverDivision.ByProposer ? "/division" : "")}");
        }

        await LoadAsync(cancellationToken);
        return this.Refuse(outcome);
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        Holdings = Input.FromId is { } from ? await holdings.CountOfAsync(from, actor, cancellationToken) : null;
        Givers = [.. Options.Of(await people.OwnersAsync(actor, Holdings is null ? null : Input.FromId, cancellationToken))];
        Receivers = Holdings is null ? [] : await receivers.ReadAsync(Input.FromId!.Value, Holdings, actor, cancellationToken);
    }
}
