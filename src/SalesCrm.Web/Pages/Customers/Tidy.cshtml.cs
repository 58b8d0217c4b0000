using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Customers.Bulk;
using SalesCrm.Application.Customers.Tidy;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Paging;
using SalesCrm.Application.Shared.Time;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;
using SalesCrm.Web.TagHelpers;

namespace SalesCrm.Web.Pages.Customers;

/// <summary>The monthly tidying: one click for each file, or for all that were picked.</summary>
[OnlyFor(Role.Rep, Role.Manager, Role.Admin)]
public sealed class TidyModel(TidyList list, ConfirmCustomers confirming, ChangeCustomers change, CompanyClock clock, CurrentActor actor) : PageModel
{
    public static readonly IReadOnlyList<(TidyView View, string Words)> Tabs =
        [(TidyView.ToDo, "待梳理"), (TidyView.Lost, "长期失联"), (TidyView.Stale, "久未核对"), (TidyView.Done, "已梳理"), (TidyView.Archived, "已归档")];

    /// <summary>As the address has it.</summary>
    [BindProperty(SupportsGet = true)]
    public TidyList.Filter Filter { get; set; } = new();

    public Page<TidyList.TidyRow> Customers { get; private set; } = null!;

    public IReadOnlyList<TidyList.Progress> Progress { get; private set; } = [];

    public IReadOnlyList<TidyList.Group> Groups { get; private set; } = [];

    public Period Month => CompanyClock.MonthOf(clock.Today);

    public bool ShowsOwner => Progress.Count > 1;

    public async Task OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken);

    /// <param name="confirm">The one file whose button was pressed; likewise the next two.</param>
    /// <param name="archive">See above.</param>
    /// <param name="restore">See above.</param>
    /// <param name="act">What to do with the picked ones.</param>
    /// <param name="ids">The picked ones.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<IActionResult> OnPostAsync(long? confirm, long? archive, long? restore, [FromForm(Name = "do")] string? act, long[] ids, CancellationToken cancellationToken)
    {
        var single = confirm ?? archive ?? restore;
        IReadOnlyCollection<long> chosen = single is { } one ? [one] : ids;
        if (confirm is not null || (single is null && act == "confirm"))
        {
            var confirmed = await confirming.ExecuteAsync(chosen, actor, cancellationToken);
            Toast.Show(this, new Text("已确认 {0} 份档案", confirmed.Value));
            return Back();
        }

        var input = new ChangeCustomers.Input { Ids = chosen, Change = restore is not null || (single is null && act == "restore") ? BulkChange.Restore : BulkChange.Archive };
        var outcome = await change.ExecuteAsync(input, actor, cancellationToken);
        if (outcome is not { Value: { } result })
        {
            await LoadAsync(cancellationToken);
            return this.Refuse(outcome);
        }

        Toast.Show(this, new Text("已处理 {0} 家客户", result.Done), result.ActId == 0 ? null : $"/acts/{result.ActId}");
        return Back();
    }

    public string LinkTo(TidyList.Group group)
        => "/customers/tidy" + QueryString.Create(new Dictionary<string, string?>
        {
            ["ownerId"] = Filter.OwnerId?.ToString(System.Globalization.CultureInfo.InvariantCulture),
            [group.IndustryId is null ? "noIndustry" : "industryId"] = group.IndustryId?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "true",
            [group.NeedStage is null ? "noStage" : "needStage"] = group.NeedStage?.ToString() ?? "true",
            ["grade"] = group.Grade.ToString(),
        }.Where(pair => pair.Value is not null));

    public string LinkTo(TidyView view) => QueryLink.With(Request, ("view", view == TidyView.ToDo ? null : view.ToString()));

    private IActionResult Back() => this.GoTo("/customers/tidy" + Request.QueryString);

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        Customers = await list.ReadAsync(Filter, QueryLink.Page(Request, "grade"), actor, cancellationToken);
        Progress = await list.ProgressAsync(actor, cancellationToken);
        Groups = await list.GroupsAsync(Filter.OwnerId, actor, cancellationToken);
    }
}
