using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using SalesCrm.Application.Dictionaries;
using SalesCrm.Application.Grading;
using SalesCrm.Application.Handovers;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Paging;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;
using SalesCrm.Web.TagHelpers;

namespace SalesCrm.Web.Pages.Handovers;

/// <summary>Who gets which customers: by province, or picked in the list.</summary>
[OnlyFor(Role.Rep, Role.Manager, Role.Service, Role.Admin)]
public sealed class DivisionModel(HandoverList list, HandoverSheet sheet, DivideHandover divide, Words words, CurrentActor actor) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Province { get; set; }

    [BindProperty(SupportsGet = true)]
    public Grade? Grade { get; set; }

    [BindProperty(SupportsGet = true)]
    public long? IndustryId { get; set; }

    [BindProperty(SupportsGet = true)]
    public long? Part { get; set; }

    [BindProperty]
    public DivideHandover.Input Input { get; set; } = new();

    public HandoverList.Card Handover { get; private set; } = null!;

    public IReadOnlyList<HandoverSheet.Region> Regions { get; private set; } = [];

    public Page<HandoverSheet.Row> Customers { get; private set; } = null!;

    public IReadOnlyList<Words.Word> Industries { get; private set; } = [];

    public HandoverFilter Filter => new(Province, Grade, IndustryId, Part);

    public IEnumerable<SelectListItem> ReceiverItems => Handover.Receivers.Select(receiver => new SelectListItem(receiver.Name, receiver.UserId.ToString(CultureInfo.InvariantCulture)));

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellationToken) => await LoadAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken cancellationToken)
    {
        var outcome = ModelState.IsValid ? await divide.ExecuteAsync(id, Input, Filter, actor, cancellationToken) : null;
        if (outcome is { IsDone: true })
        {
            Toast.Show(this, new Text("已分配 {0} 条记录", outcome.Value));
            return this.GoTo(QueryLink.With(Request));
        }

        return !await LoadAsync(id, cancellationToken) ? NotFound() : outcome is null ? this.Invalid() : this.Refuse(outcome);
    }

    private async Task<bool> LoadAsync(long id, CancellationToken cancellationToken)
    {
        if (await list.FindAsync(id, actor, cancellationToken) is not { MayDivide: true } found || await sheet.ReadAsync(id, Filter, QueryLink.Page(Request, "grade"), actor, cancellationToken) is not { } customers)
        {
            return false;
        }

        (Handover, Customers, Regions) = (found, customers, await sheet.RegionsAsync(id, actor, cancellationToken));
        Industries = await words.OfAsync(DictionaryKind.Industry, null, cancellationToken);
        return true;
    }
}
