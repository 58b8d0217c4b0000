using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Metrics;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Shared.Paging;
using SalesCrm.Application.Shared.Time;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Metrics;

[OnlyFor(Role.Rep, Role.Manager, Role.Admin)]
public sealed class RecordsModel(MetricRecords records, CurrentActor actor) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Metric { get; set; }

    [BindProperty(SupportsGet = true)]
    public long Scope { get; set; } = -1;

    [BindProperty(SupportsGet = true)]
    public string? Step { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Stopped { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Undated { get; set; }

    public Period Period { get; private set; }

    public Metric? Figure { get; private set; }

    public StageCode? Stage { get; private set; }

    public Page<MetricRecordRow> Result { get; private set; } = null!;

    /// <summary>Counted, but of confidential customers that the reader may not open.</summary>
    public int Hidden { get; private set; }

    /// <summary>Customers stand for their deals of the period, everything else for itself.</summary>
    public bool AreCustomers => Result.Rows is [{ Kind: RecordKind.Customer }, ..];

    public async Task<IActionResult> OnGetAsync(string period, string? by, string? cursor, CancellationToken cancellationToken)
    {
        Figure = MetricWords.FromCode(Metric);
        Stage = Enum.TryParse<StageCode>(Step, true, out var stage) && stage is >= StageCode.Identified and <= StageCode.Contract ? stage : null;
        if (PeriodChoice.Read(period, by) is not { } asked || (Figure is null && Stage is null) || !ModelState.IsValid)
        {
            return NotFound();
        }

        Period = asked.Period;
        var filter = new RecordFilter(Period, asked.By, Scope, Figure, Undated, Stage, Stopped);
        Result = await records.ReadAsync(filter, cursor, actor, cancellationToken);
        Hidden = await records.HiddenAsync(filter, actor, cancellationToken);
        return this.PageOrFragment("_Records");
    }

    public static string Link(MetricRecordRow row) => row.Kind switch
    {
        RecordKind.Lead => $"/leads/{row.Id}",
        RecordKind.Opportunity => $"/opportunities/{row.Id}",
        _ => $"/customers/{row.Id}",
    };
}
