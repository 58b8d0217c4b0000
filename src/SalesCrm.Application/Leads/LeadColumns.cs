using SalesCrm.Application.Columns;

namespace SalesCrm.Application.Leads;

/// <summary>What the list of leads can show.</summary>
public static class LeadColumns
{
    public static ListColumns All { get; } = new(
        ListKind.Leads,
        [
            new("company", "公司") { IsFront = true, IsAlways = true, Sort = "company" },
            new("status", "状态"),
            new("score", "评分"),
            new("source", "来源"),
            new("due", "下次跟进") { Sort = "due" },
            new("title", "职位") { IsStandard = false },
            new("region", "地区") { IsStandard = false },
            new("campaign", "营销活动") { IsStandard = false },
            new("lastContact", "最近跟进") { IsStandard = false },
        ],
        [
            new("owner", "跟进人"),
            new("created", "登记日期") { Sort = "created", SortsFalling = true, OwnOrder = "desc" },
        ]);
}
