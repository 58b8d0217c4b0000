using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Merges;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Customers;

/// <summary>Makes two files one: first the other file is chosen, then each field in which they differ.</summary>
[OnlyFor(Role.Rep, Role.Manager, Role.Service, Role.Admin)]
public sealed class MergeModel(MergeCustomers merge, MergeForm form, CustomerDetails details, MergeCandidates candidates, CurrentActor actor) : PageModel
{
    private const string Taking = "take.";

    /// <summary>The file that goes into this one.</summary>
    [BindProperty(SupportsGet = true)]
    public long? Other { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    /// <summary>Why two files that have nothing in common are one customer.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>What was chosen from the other file, in a form that came back; null before.</summary>
    private List<string>? Taken { get; set; }

    public CustomerDetails.CustomerCard Customer { get; private set; } = null!;

    public MergeForm.Comparison? Pair { get; private set; }

    public IReadOnlyList<MergeCandidates.Candidate> Candidates { get; private set; } = [];

    /// <summary>Chosen from the other file, or proposed while nothing was chosen.</summary>
    public bool Takes(MergeForm.Line line) => Taken?.Contains(line.Name) ?? line.ProposesOther;

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellationToken)
    {
        if (Other is { } other)
        {
            Pair = await form.ReadAsync(id, other, actor, cancellationToken);
            return Pair is null ? NotFound() : Page();
        }

        if (await details.FindAsync(id, actor, cancellationToken) is not { MayEdit: true } customer)
        {
            return NotFound();
        }

        Customer = customer;
        Candidates = await candidates.FindAsync(id, Q, actor, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, Guid keptVersion, Guid otherVersion, CancellationToken cancellationToken)
    {
        Taken = Request.Form.Where(pair => pair.Key.StartsWith(Taking, StringComparison.Ordinal) && pair.Value == "other").Select(pair => pair.Key[Taking.Length..]).ToList();
        var outcome = await merge.ExecuteAsync(new MergeCustomers.Input(id, Other ?? 0, Taken, keptVersion, otherVersion, Reason), actor, cancellationToken);
        if (outcome.IsDone)
        {
            Toast.Show(this, "已合并，原档案已归档", $"/acts/{outcome.Value}");
            return this.GoTo($"/customers/{id}");
        }

        Pair = await form.ReadAsync(id, Other ?? 0, actor, cancellationToken);
        return Pair is null ? NotFound() : this.Refuse(outcome, prefix: "");
    }
}
