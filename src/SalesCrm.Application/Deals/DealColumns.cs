using SalesCrm.Application.Columns;

namespace SalesCrm.Application.Deals;

/// <summary>What the list of deals can show.</summary>
public static class DealColumns
{
    public static ListColumns All { get; } = new(
        ListKind.Deals,
        [
            new("number", "编号") { IsFront = true, Sort = "number" },
            new("customer", "客户␟单") { IsFront = true, IsAlways = true },
            new("date", "成交日期") { Sort = "date", OwnOrder = "desc" },
            new("amount", "金额（元）") { Sort = "amount", SortsFalling = true, IsNumber = true },
            new("product", "产品"),
            new("delivery", "交付日期") { IsStandard = false },
            new("owner", "负责人"),
            new("ordinal", "第几次") { IsNumber = true },
            new("days", "周期（天）") { IsNumber = true },
        ],
        []);
}
