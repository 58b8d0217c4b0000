using SalesCrm.Application.Columns;

namespace SalesCrm.Application.Customers;

/// <summary>What the list of customers can show.</summary>
public static class CustomerColumns
{
    public static ListColumns All { get; } = new(
        ListKind.Customers,
        [
            new("grade", "等级") { IsFront = true, Sort = "grade" },
            new("name", "客户␟单") { IsFront = true, IsAlways = true },
            new("number", "编号") { IsStandard = false },
            new("needStage", "需求阶段"),
            new("nextStep", "下一步"),
            new("due", "到期") { Sort = "due", OwnOrder = "asc" },
            new("last", "最后跟进") { Sort = "last", SortsFalling = true },
            new("annual", "近 12 个月采购（元）") { Sort = "annual", SortsFalling = true, IsNumber = true },
            new("budget", "预算（元）") { Sort = "budget", SortsFalling = true, IsNumber = true },
            new("open", "商机") { IsNumber = true },
            new("industry", "所属行业") { IsStandard = false },
            new("size", "企业规模") { IsStandard = false },
            new("province", "省份") { IsStandard = false },
            new("city", "城市") { IsStandard = false },
            new("source", "客户来源") { IsStandard = false },
            new("lifecycle", "客户类型") { IsStandard = false },
            new("deals", "成交次数") { IsStandard = false, IsNumber = true },
            new("dealTotal", "累计成交额（元）") { IsStandard = false, IsNumber = true },
            new("lastDeal", "最近成交") { IsStandard = false },
            new("created", "建档日期") { IsStandard = false, Sort = "created", SortsFalling = true },
        ],
        [new("owner", "跟进人")]);
}
