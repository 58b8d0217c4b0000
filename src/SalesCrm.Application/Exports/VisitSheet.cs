using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Imports.Downloads;
using SalesCrm.Application.Imports.Kinds;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Spreadsheets;
using SalesCrm.Application.Shared.Time;
using SalesCrm.Application.Visits;

namespace SalesCrm.Application.Exports;

/// <summary>客户回访记录表, drawn entry by entry.</summary>
internal static class VisitSheet
{
    /// <summary>All, or those of a period. Entries that only state the day of a last follow-up say nothing that this table could show.</summary>
    public static IQueryable<Visit> Standing(CrmDbContext db, Actor actor, Period? period)
    {
        var visits = db.VisitsOf(actor).AsNoTracking().Where(visit => visit.ArchivedAt == null
            && !(visit.Method == VisitMethod.Other && visit.Topic == null && visit.Feedback == null && visit.Handling == null && visit.Result == null));
        return period is { First: var first, Last: var last } ? visits.Where(visit => visit.On >= first && visit.On <= last) : visits;
    }

    public static async IAsyncEnumerable<IReadOnlyList<SheetCell>> Rows(IQueryable<Visit> visits)
    {
        var rows = visits.OrderBy(visit => visit.At).ThenBy(visit => visit.Id).Select(visit => new
        {
            Stamp = new { visit.Id, visit.Version },
            visit.On,
            Customer = visit.Customer!.Name,
            visit.Method,
            Visitor = visit.Visitor!.DisplayName,
            visit.Topic,
            visit.Feedback,
            visit.Handling,
            visit.DueOn,
            visit.DueText,
            visit.Result,
        });
        await foreach (var visit in rows.AsAsyncEnumerable())
        {
            yield return
            [
                visit.On, visit.Customer, FieldWords.Of(FieldWords.VisitMethods, (VisitMethod?)visit.Method), visit.Visitor, visit.Topic, visit.Feedback, visit.Handling,
                visit.DueText is null ? SheetCell.Of(visit.DueOn) : PlanCell.Of(visit.DueOn, visit.DueText), visit.Result,
                RowVersions.Cell(visit.Stamp.Id, visit.Stamp.Version),
            ];
        }
    }
}
