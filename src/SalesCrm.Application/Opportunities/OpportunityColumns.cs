using SalesCrm.Application.Columns;

namespace SalesCrm.Application.Opportunities;

/// <summary>What the list of opportunities can show.</summary>
public static class OpportunityColumns
{
    public static ListColumns All { get; } = new(
        ListKind.Opportunities,
        [
            new("number", "编号") { IsFront = true, Sort = "number" },
            new("name", "商机␟单") { IsFront = true, IsAlways = true },
            new("stage", "阶段"),
            new("amount", "预计金额（元）") { Sort = "amount", SortsFalling = true, IsNumber = true },
            new("close", "预计成交") { Sort = "close" },
            new("entered", "进入阶段") { Sort = "entered" },
            new("source", "机会来源") { IsStandard = false },
            new("product", "产品") { IsStandard = false },
            new("identified", "识别日期") { IsStandard = false },
        ],
        [
            new("risk", "风险"),
            new("owner", "负责人"),
            new("status", "状态"),
        ]);
}
