using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Database;
using SalesCrm.Application.Grading;
using SalesCrm.Application.Shared.Paging;

namespace SalesCrm.Application.Segments;

/// <summary>Customers by industry, size and region, together and singly, by grade and by lifecycle, and what they buy.</summary>
internal static class CustomerPortrait
{
    private sealed record Group(
        long? IndustryId, long? SizeId, string? Province, Grade Grade, LifecycleType Lifecycle, int Count, int Buyers, decimal Annual, decimal Total, int Open) : IGroup;

    internal static async Task<Portrait> ReadAsync(CrmDbContext db, IQueryable<Customer> rows, CancellationToken cancellationToken)
    {
        var groups = await rows.Take(Counting.MostOfPortrait + 1)
            .GroupBy(c => new { c.IndustryId, c.CompanySizeId, c.Province, c.Grade, c.Lifecycle })
            .Select(alike => new Group(
                alike.Key.IndustryId, alike.Key.CompanySizeId, alike.Key.Province, alike.Key.Grade, alike.Key.Lifecycle,
                alike.Count(), alike.Sum(c => c.DealCount > 0 ? 1 : 0), alike.Sum(c => c.AnnualAmount), alike.Sum(c => c.DealTotal), alike.Sum(c => c.OpenOpportunityCount)))
            .ToListAsync(cancellationToken);
        if (groups.Count == 0)
        {
            return new Portrait(0, [], []);
        }

        var word = await Grouping.NamesAsync(db, groups.SelectMany(group => new[] { group.IndustryId, group.SizeId }), cancellationToken);
        return new Portrait(
            groups.Sum(group => group.Count),
            [
                new("buyers", "买过的", groups.Sum(group => group.Buyers), false),
                new("annual", "近 12 个月采购", groups.Sum(group => group.Annual), true),
                new("total", "累计成交额", groups.Sum(group => group.Total), true),
                new("open", "进行中商机数", groups.Sum(group => group.Open), false),
            ],
            [
                Grouping.Largest(
                    "行业 × 规模 × 地区", groups, group => (group.IndustryId, group.SizeId, Province: Grouping.Named(group.Province)),
                    key => [word(key.IndustryId), word(key.SizeId), Grouping.Plain(key.Province)],
                    key => [Grouping.In("industry", key.IndustryId), Grouping.In("size", key.SizeId), Grouping.Is("province", key.Province)]),
                Grouping.Words("所属行业", "industry", groups, group => group.IndustryId, word),
                Grouping.Words("企业规模", "size", groups, group => group.SizeId, word),
                Grouping.Regions(groups, group => group.Province),
                Grouping.Choices("客户等级", "grade", groups, group => group.Grade, grade => grade.Name()),
                Grouping.Choices("客户类型", "lifecycle", groups, group => group.Lifecycle, type => type.Name()),
            ]);
    }
}
