using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Leads;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Opportunities.Stages;
using SalesCrm.Application.Shared.Paging;

namespace SalesCrm.Application.Segments;

/// <summary>Leads by status, source and region; opportunities by stage, status, source and their customers' industry.</summary>
internal static class SalesPortraits
{
    private sealed record LeadGroup(LeadStatus Status, long? SourceId, string? Province, int Count) : IGroup;

    private sealed record OpportunityGroup(StageCode Stage, OpportunityStatus Status, long? SourceId, long? IndustryId, int Count, decimal? Amount) : IGroup;

    internal static async Task<Portrait> LeadsAsync(CrmDbContext db, IQueryable<Lead> rows, CancellationToken cancellationToken)
    {
        var groups = await rows.Take(Counting.MostOfPortrait + 1).GroupBy(lead => new { lead.Status, lead.SourceId, lead.Province })
            .Select(alike => new LeadGroup(alike.Key.Status, alike.Key.SourceId, alike.Key.Province, alike.Count())).ToListAsync(cancellationToken);
        if (groups.Count == 0)
        {
            return new Portrait(0, [], []);
        }

        var word = await Grouping.NamesAsync(db, groups.Select(group => group.SourceId), cancellationToken);
        return new Portrait(
            groups.Sum(group => group.Count),
            [],
            [
                Grouping.Choices("状态", "status", groups, group => group.Status, status => status.Name()),
                Grouping.Words("来源", "source", groups, group => group.SourceId, word),
                Grouping.Regions(groups, group => group.Province),
            ]);
    }

    internal static async Task<Portrait> OpportunitiesAsync(CrmDbContext db, IQueryable<Opportunity> rows, CancellationToken cancellationToken)
    {
        var groups = await rows.Take(Counting.MostOfPortrait + 1).GroupBy(o => new { o.Stage, o.Status, o.SourceId, o.Customer!.IndustryId })
            .Select(alike => new OpportunityGroup(alike.Key.Stage, alike.Key.Status, alike.Key.SourceId, alike.Key.IndustryId, alike.Count(), alike.Sum(o => o.Amount)))
            .ToListAsync(cancellationToken);
        if (groups.Count == 0)
        {
            return new Portrait(0, [], []);
        }

        var stages = (await db.StagesAsync(cancellationToken)).ToDictionary(stage => stage.Code, StageNames.Of);
        var word = await Grouping.NamesAsync(db, groups.SelectMany(group => new[] { group.SourceId, group.IndustryId }), cancellationToken);
        return new Portrait(
            groups.Sum(group => group.Count),
            [new("amount", "预计金额", groups.Sum(group => group.Amount ?? 0), true)],
            [
                Grouping.Choices("当前阶段", "stage", groups, group => group.Stage, stage => stages[stage]),
                Grouping.Choices("状态", "status", groups, group => group.Status, status => status.Name()),
                Grouping.Words("机会来源", "source", groups, group => group.SourceId, word),
                Grouping.Words("客户行业", "industry", groups, group => group.IndustryId, word),
            ]);
    }
}
