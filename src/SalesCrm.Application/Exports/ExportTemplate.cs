using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Areas;
using SalesCrm.Application.Database;
using SalesCrm.Application.Fields;
using SalesCrm.Application.Imports;
using SalesCrm.Application.Imports.Downloads;
using SalesCrm.Application.Metrics;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Spreadsheets;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Application.Exports;

/// <summary>A workbook that may leave: draw its rows while it is being sent.</summary>
public sealed record Export(string FileName, int Rows, IReadOnlyList<SheetTable> Sheets)
{
    /// <summary>The one table of a list, for who wants it as text; draw either this or the sheets.</summary>
    public SheetTable? Text { get; init; }
}

/// <summary>The five templates out: exactly their columns, in the words in which they would be typed, within what the actor may see.</summary>
public sealed class ExportTemplate(CrmDbContext db, CompanyClock clock, PeriodTable periods, ExportRules rules, AreaSwitches areas)
{
    /// <summary>Prepares one template, or all five where <paramref name="template"/> is null.</summary>
    public async Task<Outcome<Export>> ExecuteAsync(Template? template, Period? period, string? reason, Actor actor, CancellationToken cancellationToken)
    {
        var off = await areas.ReadAsync(cancellationToken);
        if (template is not null && off.HasKind(template.Kind))
        {
            return Outcome<Export>.Invalid("Template", "这个模板所属的功能已停用");
        }

        var wanted = template is null ? Templates.All.Where(one => !off.HasKind(one.Kind)) : [template];
        var sheets = new List<SheetTable>();
        var (rows, customers) = (0, new List<IQueryable<long>>());
        foreach (var one in wanted)
        {
            var (table, count) = await SheetAsync(one, period, actor, cancellationToken);
            sheets.Add(table);
            customers.AddRange(CustomersOf(one, period, actor));
            rows += count;
        }

        var name = template?.Name ?? "五个模板";
        var allowed = await rules.AllowAsync(name, period is { } limited ? new { Period = limited.ToString() } : null, reason, rows, customers, actor, cancellationToken);
        return allowed.IsDone
            ? new Export(string.Create(CultureInfo.InvariantCulture, $"{name}-{clock.Today:yyyyMMdd}.xlsx"), rows, RowVersions.With(sheets.ConvertAll(sheet => sheet with { Mark = ExportRules.MarkOf(actor, clock) })))
            : Outcome<Export>.From(allowed);
    }

    private IEnumerable<IQueryable<long>> CustomersOf(Template template, Period? period, Actor actor) => template.Number switch
    {
        2 => [OpportunitySheet.Standing(db, actor, period).Select(row => row.CustomerId)],
        3 => [VisitSheet.Standing(db, actor, period).Select(row => row.CustomerId)],
        4 => [],
        _ => [CustomerSheets.Standing(db, actor).Select(row => row.Id)],
    };

    private async Task<(SheetTable Table, int Rows)> SheetAsync(Template template, Period? period, Actor actor, CancellationToken cancellationToken)
    {
        var own = template.Kind == "customers" ? new FieldColumns(db, await db.FieldsAsync(FieldSubject.Customer, actor, cancellationToken)) : FieldColumns.None(db);
        var columns = template.Columns.Select(column => new SheetColumn(column.Header)).ToList();
        switch (template.Number)
        {
            case 1:
                return (new(template.Name, own.After(columns), CustomerSheets.Files(db, clock, actor, own)), await CustomerSheets.Standing(db, actor).CountAsync(cancellationToken));
            case 2:
                var chances = OpportunitySheet.Standing(db, actor, period);
                return (new(template.Name, columns, OpportunitySheet.Rows(db, chances)), await chances.CountAsync(cancellationToken));
            case 3:
                var visits = VisitSheet.Standing(db, actor, period);
                return (new(template.Name, columns, VisitSheet.Rows(visits)), await visits.CountAsync(cancellationToken));
            case 4:
                var lines = await new PeriodSheetRows(db, periods).ReadAsync(period ?? null, clock.Today, actor, cancellationToken);
                return (new(template.Name, columns, lines), lines.Count);
            default:
                return (new(template.Name, own.After(columns), CustomerSheets.Grades(db, actor, own)), await CustomerSheets.Standing(db, actor).CountAsync(cancellationToken));
        }
    }
}
