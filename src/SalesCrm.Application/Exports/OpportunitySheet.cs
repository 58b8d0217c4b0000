using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Imports.Downloads;
using SalesCrm.Application.Imports.Kinds;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Spreadsheets;
using SalesCrm.Application.Shared.Time;
using SalesCrm.Application.Shared.Values;

namespace SalesCrm.Application.Exports;

/// <summary>销售机会跟进表, drawn opportunity by opportunity.</summary>
internal static class OpportunitySheet
{
    /// <summary>All, or those identified in a period.</summary>
    public static IQueryable<Opportunity> Standing(CrmDbContext db, Actor actor, Period? period)
    {
        var rows = db.OpportunitiesOf(actor).AsNoTracking().Where(row => row.ArchivedAt == null);
        return period is { First: var first, Last: var last } ? rows.Where(row => row.IdentifiedOn >= first && row.IdentifiedOn <= last) : rows;
    }

    public static async IAsyncEnumerable<IReadOnlyList<SheetCell>> Rows(CrmDbContext db, IQueryable<Opportunity> opportunities)
    {
        var names = await db.Stages.AsNoTracking().ToDictionaryAsync(stage => stage.Code, stage => stage.Name);
        var rows = opportunities.OrderBy(row => row.Id).Select(o => new
        {
            Stamp = new { o.Id, o.Version },
            o.Id,
            o.Number,
            Customer = o.Customer!.Name,
            Source = o.Source!.Name,
            o.Amount,
            o.IdentifiedOn,
            o.ExpectedCloseOn,
            o.Stage,
            o.StageAlias,
            Owner = o.Owner!.DisplayName,
            Milestones = o.Milestones.OrderBy(m => m.On).ThenBy(m => m.Id).Select(m => new { m.Id, m.On, m.Text, m.Original }).ToList(),
            o.Summary,
            Talks = db.Visits.Where(visit => visit.OpportunityId == o.Id && visit.ArchivedAt == null)
                .OrderByDescending(visit => visit.At).ThenByDescending(visit => visit.Id).Take(TalkSummary.Entries)
                .Select(visit => new { visit.Id, visit.On, visit.Method, visit.Topic, visit.Feedback }).ToList(),
            o.Competition,
            o.Risk,
            o.RiskNote,
        });
        await foreach (var o in rows.AsAsyncEnumerable())
        {
            var milestones = string.Join(MilestoneCells.Divider, o.Milestones.Select(m => MilestoneCells.Of(m.On, m.Text, m.Original, o.IdentifiedOn, o.ExpectedCloseOn)));
            var summary = o.Summary ?? TalkSummary.Of(o.Talks.Select(talk => new TalkSummary.Entry(o.Id, talk.On, talk.Method, talk.Topic, talk.Feedback)));
            yield return
            [
                o.Number, o.Customer, o.Source, SheetCell.Of(o.Amount), SheetCell.Of(o.ExpectedCloseOn), o.StageAlias ?? names[o.Stage], o.Owner,
                milestones, summary, o.Competition, new RiskText(o.Risk, o.RiskNote).ToCell(),
                RowVersions.Cell(o.Stamp.Id, o.Stamp.Version),
            ];
        }
    }
}
