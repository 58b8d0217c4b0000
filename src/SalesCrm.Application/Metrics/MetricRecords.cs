using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers.Confidential;
using SalesCrm.Application.Database;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Paging;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Application.Metrics;

/// <summary>Which records of a scope and period are wanted: those behind a figure, or behind a step of the funnel.</summary>
/// <param name="Metric">The figure; ratios show the records of their numerator, averages those that they average.</param>
/// <param name="Undated">The records that no period counts because their date is unknown.</param>
/// <param name="Step">Opportunities of the cohort that reached this step.</param>
/// <param name="Stopped">With <paramref name="Step"/>: those that came to the step before and no further.</param>
public sealed record RecordFilter(Period Period, Breakdown Breakdown, long Scope, Metric? Metric, bool Undated = false, StageCode? Step = null, bool Stopped = false);

public enum RecordKind
{
    Lead = 1,
    Opportunity = 2,
    Customer = 3,
}

/// <param name="Amount">Yuan: of a customer all deals of the period, of a won opportunity its deal.</param>
/// <param name="Days">Sales days, where the figure is about them.</param>
public sealed record MetricRecordRow(RecordKind Kind, long Id, string Title, string? Customer, long? CustomerId, DateOnly? On, decimal? Amount, int? Days, string? Owner)
{
    /// <summary>The customer's file is confidential.</summary>
    public bool IsConfidential { get; init; }
}

/// <summary>The very records behind a figure; their number is the figure.</summary>
public sealed class MetricRecords(CrmDbContext db)
{
    private static readonly ListOrder<FigureLine> Newest = new ListOrder<FigureLine, DateOnly?>("on", line => line.On, line => (line.Id * 4) + (long)line.Kind);
    private static readonly ListOrder<CustomerLine> Largest = new ListOrder<CustomerLine, decimal>("amount", customer => customer.Amount, customer => customer.CustomerId);

    public async Task<Page<MetricRecordRow>> ReadAsync(RecordFilter filter, string? cursor, Actor actor, CancellationToken cancellationToken)
    {
        var request = new PageRequest(Descending: true, Cursor: cursor);
        if (AreCustomers(filter))
        {
            return await CustomersAsync(filter, request, actor, cancellationToken);
        }

        var lines = await db.WithinAsync(Lines(filter, actor), filter.Breakdown, filter.Scope, actor, cancellationToken);
        var page = await Newest.ReadAsync(lines, line => line, request, cancellationToken);
        var leads = page.Rows.Where(line => line.Kind == FigureLineKind.Lead).Select(line => line.Id).ToList();
        var opportunities = page.Rows.Where(line => line.Kind == FigureLineKind.Opportunity).Select(line => line.Id).ToList();
        var closed = db.ClosedTo(actor);
        var rows = new Dictionary<(FigureLineKind, long), MetricRecordRow>();
        if (leads.Count > 0)
        {
            await foreach (var row in db.CountedLeads(actor).Where(lead => leads.Contains(lead.Id) && (lead.CustomerId == null || !closed.Contains(lead.CustomerId.Value)))
                .Select(lead => new MetricRecordRow(RecordKind.Lead, lead.Id, lead.Company, null, null, lead.CreatedOn, null, null, lead.Owner!.DisplayName))
                .AsAsyncEnumerable().WithCancellation(cancellationToken))
            {
                rows[(FigureLineKind.Lead, row.Id)] = row;
            }
        }

        if (opportunities.Count > 0)
        {
            await foreach (var row in db.CountedOpportunities(actor).Where(o => opportunities.Contains(o.Id) && !closed.Contains(o.CustomerId))
                .Select(o => new MetricRecordRow(RecordKind.Opportunity, o.Id, o.Number + " " + o.Name, o.Customer!.Name, o.CustomerId, null, o.Amount, null, o.Owner!.DisplayName) { IsConfidential = o.Customer.ConfidentialAt != null })
                .AsAsyncEnumerable().WithCancellation(cancellationToken))
            {
                rows[(FigureLineKind.Opportunity, row.Id)] = row;
            }
        }

        return new Page<MetricRecordRow>(
            page.Rows.Where(line => rows.ContainsKey((line.Kind, line.Id))).Select(line => Placed(rows[(line.Kind, line.Id)], line)).ToList(),
            page.Previous, page.Next, page.First, page.Total);
    }

    /// <summary>How many of those records belong to confidential customers that are closed to the reader: counted in the figure, but not shown.</summary>
    public async Task<int> HiddenAsync(RecordFilter filter, Actor actor, CancellationToken cancellationToken)
    {
        var closed = db.ClosedTo(actor);
        if (!await closed.AnyAsync(cancellationToken))
        {
            return 0;
        }

        if (AreCustomers(filter))
        {
            var customers = await CustomerLinesAsync(filter, actor, cancellationToken);
            return await customers.CountAsync(customer => closed.Contains(customer.CustomerId), cancellationToken);
        }

        var opportunities = db.Opportunities.Where(o => closed.Contains(o.CustomerId)).Select(o => o.Id);
        var leads = db.Leads.Where(lead => lead.CustomerId != null && closed.Contains(lead.CustomerId.Value)).Select(lead => lead.Id);
        var lines = await db.WithinAsync(Lines(filter, actor), filter.Breakdown, filter.Scope, actor, cancellationToken);
        return await lines.CountAsync(
            line => (line.Kind == FigureLineKind.Opportunity && opportunities.Contains(line.Id)) || (line.Kind == FigureLineKind.Lead && leads.Contains(line.Id)), cancellationToken);
    }

    private static bool AreCustomers(RecordFilter filter)
        => filter is { Step: null, Undated: false, Metric: Metric.WonCustomers or Metric.Conversion or Metric.Aov or Metric.Repurchase or Metric.Cycle or Metric.Amount };

    private static MetricRecordRow Placed(MetricRecordRow row, FigureLine line)
        => row with { On = line.On, Amount = line.HasDeal ? line.Amount : row.Amount, Days = line.SalesDays };

    private IQueryable<FigureLine> Lines(RecordFilter filter, Actor actor)
    {
        var (first, last) = (filter.Period.First, filter.Period.Last);
        if (filter.Step is { } step)
        {
            var cohort = db.CohortLines(actor, first, last);
            return filter.Stopped ? cohort.Where(line => line.Reached == step - 1) : cohort.Where(line => line.Reached >= step);
        }

        var withFile = filter.Breakdown is Breakdown.Industry or Breakdown.Grade;
        return filter.Metric switch
        {
            Metric.WonDeals when filter.Undated => db.ClosedLines(actor, first, last).Where(line => line.IsWon && line.SalesDays == null),
            Metric.WonDeals => db.ClosedLines(actor, first, last).Where(line => line.IsWon),
            Metric.LostDeals => db.ClosedLines(actor, first, last).Where(line => !line.IsWon),
            Metric.WinRate => db.ClosedLines(actor, first, last),
            Metric.DealSize => db.ClosedLines(actor, first, last).Where(line => line.IsWon && line.HasDeal),
            Metric.DealDays => db.ClosedLines(actor, first, last).Where(line => line.IsWon && line.SalesDays != null),
            _ when filter.Undated => db.LeadLines(actor, first, last, withUndated: true, withFile).Where(line => line.On == null),
            _ => db.LeadLines(actor, first, last, withUndated: false, withFile),
        };
    }

    private async Task<Page<MetricRecordRow>> CustomersAsync(RecordFilter filter, PageRequest request, Actor actor, CancellationToken cancellationToken)
    {
        var customers = await CustomerLinesAsync(filter, actor, cancellationToken);
        var closed = db.ClosedTo(actor);
        var page = await Largest.ReadAsync(customers, customer => customer, request, cancellationToken);
        var ids = page.Rows.Select(customer => customer.CustomerId).ToList();
        var names = await db.Customers.Where(customer => ids.Contains(customer.Id) && !closed.Contains(customer.Id))
            .Select(customer => new { customer.Id, customer.Name, IsConfidential = customer.ConfidentialAt != null, Owner = customer.Owner!.DisplayName })
            .ToDictionaryAsync(customer => customer.Id, cancellationToken);
        var rows = page.Rows.Where(customer => names.ContainsKey(customer.CustomerId)).Select(customer => new MetricRecordRow(
            RecordKind.Customer, customer.CustomerId, names[customer.CustomerId].Name, null, customer.CustomerId, null,
            customer.Amount, FigureSums.DaysOf(customer.First), names[customer.CustomerId].Owner)
        { IsConfidential = names[customer.CustomerId].IsConfidential }).ToList();
        return new Page<MetricRecordRow>(rows, page.Previous, page.Next, page.First, page.Total);
    }

    private async Task<IQueryable<CustomerLine>> CustomerLinesAsync(RecordFilter filter, Actor actor, CancellationToken cancellationToken)
    {
        var lines = await db.WithinAsync(db.DealLines(actor, filter.Period.First, filter.Period.Last), filter.Breakdown, filter.Scope, actor, cancellationToken);
        var customers = lines.With(line => FigureKey.Total).Customers();
        return filter.Metric switch
        {
            Metric.Repurchase => customers.Where(customer => customer.Last >= 2),
            Metric.Cycle => customers.WithKnownDays(),
            _ => customers,
        };
    }
}
