using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using SalesCrm.Application.Handovers;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Handovers;

/// <summary>The last look at the division before the receivers are asked.</summary>
[OnlyFor(Role.Rep, Role.Manager, Role.Service, Role.Admin)]
public sealed class ProposalModel(HandoverList list, SendHandover send, CurrentActor actor) : PageModel
{
    [BindProperty]
    public SendHandover.Input Input { get; set; } = new();

    public HandoverList.Card Handover { get; private set; } = null!;

    public bool MayActAtOnce => actor.Value.Role == Role.Admin;

    /// <summary>Whoever sends it chooses; only where all went to one receiver, the rest may be meant for him too.</summary>
    public IEnumerable<SelectListItem> Rests
    {
        get
        {
            var receivers = Handover.Receivers.Select(receiver => Rest(receiver.Name, receiver.UserId));
            var all = Handover.Receivers.Count > 1 ? receivers.Append(Rest(Translations.Current.Say("平均分给接收人"), SendHandover.Evenly)) : receivers;
            return all.Append(Rest(Translations.Current.Say("留在移交人名下"), SendHandover.Stays));

            static SelectListItem Rest(string words, long value) => new(words, value.ToString(CultureInfo.InvariantCulture));
        }
    }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Input.RestId = Handover.Receivers is [var only] ? only.UserId : null;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken cancellationToken)
    {
        var outcome = await send.ExecuteAsync(id, Input, actor, cancellationToken);
        if (outcome.IsDone)
        {
            Toast.Show(this, "交接已发起");
            return this.GoTo($"/handovers/{id}");
        }

        return await LoadAsync(id, cancellationToken) ? this.Refuse(outcome) : NotFound();
    }

    private async Task<bool> LoadAsync(long id, CancellationToken cancellationToken)
    {
        if (await list.FindAsync(id, actor, cancellationToken) is not { MayDivide: true } found)
        {
            return false;
        }

        Handover = found;
        return true;
    }
}
