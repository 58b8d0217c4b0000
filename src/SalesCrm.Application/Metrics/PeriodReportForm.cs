using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Application.Metrics;

/// <summary>What is written about a period, for editing; nothing for those who may not write it.</summary>
public sealed class PeriodReportForm(CrmDbContext db, LastChange changes)
{
    public async Task<EditPeriodReport.Input?> FindAsync(Period period, Actor actor, CancellationToken cancellationToken)
    {
        if (!await db.IsWholeFor(actor, cancellationToken))
        {
            return null;
        }

        var name = period.ToString();
        var report = await db.PeriodReports.AsNoTracking().SingleOrDefaultAsync(report => report.Period == name, cancellationToken);
        return new EditPeriodReport.Input { Problem = report?.Problem, Measure = report?.Measure, Version = report?.Version };
    }

    /// <summary>Who wrote last.</summary>
    public async Task<LastChange.Change> LastChangeAsync(Period period, CancellationToken cancellationToken)
    {
        var name = period.ToString();
        var id = await db.PeriodReports.Where(report => report.Period == name).Select(report => report.Id).SingleOrDefaultAsync(cancellationToken);
        return await changes.FindAsync(nameof(PeriodReport), id, cancellationToken);
    }
}
