using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Columns;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Database;
using SalesCrm.Application.Deals;
using SalesCrm.Application.Fields;
using SalesCrm.Application.Imports.Downloads;
using SalesCrm.Application.Leads;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Spreadsheets;
using SalesCrm.Application.Shared.Time;
using SalesCrm.Application.Surveys;
using SalesCrm.Application.Visits;

namespace SalesCrm.Application.Exports;

/// <summary>What a list's filter shows, as a workbook or as text: the same filter and scope as the list itself, all columns or only those that it shows, and a second sheet that says who took it and why.</summary>
public sealed class ExportList(CrmDbContext db, CompanyClock clock, ExportRules rules)
{
    public async Task<Outcome<Export>> CustomersAsync(CustomerFilter filter, string? reason, Actor actor, CancellationToken cancellationToken, IReadOnlyList<ListColumn>? shown = null)
    {
        var fields = await db.FieldsAsync(FieldSubject.Customer, actor, cancellationToken);
        var (rows, own) = (filter.Apply(db, actor, clock).AsNoTracking().Narrowed(filter.Fields?.Resolve(db, fields) ?? []), new FieldColumns(db, fields));
        return await ExportAsync("客户", filter, reason, await rows.CountAsync(cancellationToken), rows.Select(row => row.Id), ShownSheet.Of(own.After(CustomerListSheet.Columns), CustomerListSheet.More, CustomerListSheet.Rows(db, clock, rows, actor, own), shown, CustomerListSheet.Shown), actor, cancellationToken, isWhole: shown is null);
    }

    public async Task<Outcome<Export>> OpportunitiesAsync(OpportunityFilter filter, string? reason, Actor actor, CancellationToken cancellationToken, IReadOnlyList<ListColumn>? shown = null)
    {
        var fields = await db.FieldsAsync(FieldSubject.Opportunity, actor, cancellationToken);
        var (rows, own) = (filter.Apply(db.OpportunitiesOf(actor).AsNoTracking(), db, clock).Narrowed(filter.Fields?.Resolve(db, fields) ?? []), new FieldColumns(db, fields));
        return await ExportAsync("商机", filter, reason, await rows.CountAsync(cancellationToken), rows.Select(row => row.CustomerId), ShownSheet.Of(own.After(SalesListSheets.OpportunityColumns), SalesListSheets.MoreOfOpportunities, SalesListSheets.Opportunities(db, clock, rows, own), shown, SalesListSheets.ShownOpportunities), actor, cancellationToken, isWhole: shown is null);
    }

    public async Task<Outcome<Export>> VisitsAsync(VisitFilter filter, string? reason, Actor actor, CancellationToken cancellationToken, IReadOnlyList<ListColumn>? shown = null)
    {
        var rows = (await filter.ReadyAsync(db, cancellationToken)).Apply(db, actor, clock).AsNoTracking();
        return await ExportAsync("跟进", filter, reason, await rows.CountAsync(cancellationToken), rows.Select(row => row.CustomerId), ShownSheet.Of(SalesListSheets.VisitColumns, SalesListSheets.MoreOfVisits, SalesListSheets.Visits(clock, rows), shown, SalesListSheets.ShownVisits), actor, cancellationToken, isWhole: shown is null);
    }

    public async Task<Outcome<Export>> DealsAsync(DealList.Filter filter, string? reason, Actor actor, CancellationToken cancellationToken, IReadOnlyList<ListColumn>? shown = null)
    {
        var rows = DealList.Filtered(db.DealsOf(actor).AsNoTracking().Where(deal => deal.ArchivedAt == null), filter);
        return await ExportAsync("成交", filter, reason, await rows.CountAsync(cancellationToken), rows.Select(row => row.CustomerId), ShownSheet.Of(SalesListSheets.DealColumns, SalesListSheets.MoreOfDeals, SalesListSheets.Deals(rows), shown, SalesListSheets.ShownDeals), actor, cancellationToken, isWhole: shown is null);
    }

    public async Task<Outcome<Export>> SurveysAsync(SurveyList.Filter filter, string? reason, Actor actor, CancellationToken cancellationToken)
    {
        var rows = SurveyList.Filtered(db.SurveysOf(actor).AsNoTracking(), filter);
        return await ExportAsync("满意度调查", filter, reason, await rows.CountAsync(cancellationToken), rows.Select(row => row.CustomerId), (SalesListSheets.SurveyColumns, SalesListSheets.Surveys(rows)), actor, cancellationToken);
    }

    public async Task<Outcome<Export>> LeadsAsync(LeadFilter filter, string? reason, Actor actor, CancellationToken cancellationToken, IReadOnlyList<ListColumn>? shown = null)
    {
        var fields = await db.FieldsAsync(FieldSubject.Lead, actor, cancellationToken);
        var (rows, own) = (filter.Apply(db, actor, clock).AsNoTracking().Narrowed(filter.Fields?.Resolve(db, fields) ?? []), new FieldColumns(db, fields));
        return await ExportAsync("线索", filter, reason, await rows.CountAsync(cancellationToken), rows.Where(row => row.CustomerId != null).Select(row => row.CustomerId!.Value), ShownSheet.Of(own.After(LeadListSheet.Columns), LeadListSheet.More, LeadListSheet.Rows(db, clock, rows, actor, own), shown, LeadListSheet.Shown), actor, cancellationToken, isWhole: shown is null);
    }

    private async Task<Outcome<Export>> ExportAsync(
        string name, object filter, string? reason, int count, IQueryable<long> customerIds, (IReadOnlyList<SheetColumn> Columns, IAsyncEnumerable<IReadOnlyList<SheetCell>> Rows) sheet, Actor actor, CancellationToken cancellationToken, bool isWhole = true)
    {
        var allowed = await rules.AllowAsync(name, filter, reason, count, [customerIds], actor, cancellationToken);
        if (!allowed.IsDone)
        {
            return Outcome<Export>.From(allowed);
        }

        var file = string.Create(CultureInfo.InvariantCulture, $"{name}-{clock.LocalOf(clock.UtcNow):yyyyMMdd-HHmm}.xlsx");
        var table = new SheetTable(name, sheet.Columns, sheet.Rows) { Mark = ExportRules.MarkOf(actor, clock) };
        IReadOnlyList<SheetTable> sheets = [table, Statement(count, reason!, actor)];
        return isWhole ? new Export(file, count, RowVersions.With(sheets)) { Text = RowVersions.InColumn(table, count) } : new Export(file, count, sheets) { Text = table };
    }

    private SheetTable Statement(int rows, string reason, Actor actor) => new(RowVersions.NoteSheet, ["项目", "内容"], new IReadOnlyList<SheetCell>[]
    {
        ["导出人", actor.Name],
        ["导出时间", SheetCell.Of(clock.LocalOf(clock.UtcNow))],
        ["行数", SheetCell.Of(rows, NumberStyle.Integer)],
        ["原因", reason],
    });
}
