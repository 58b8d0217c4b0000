using SalesCrm.Application.Columns;

namespace SalesCrm.Application.Visits;

/// <summary>What the list of follow-ups can show.</summary>
public static class VisitColumns
{
    public static ListColumns All { get; } = new(
        ListKind.Visits,
        [
            new("customer", "客户␟单") { IsFront = true, IsAlways = true },
            new("at", "时间") { Sort = "at", SortsFalling = true, OwnOrder = "desc" },
            new("method", "方式"),
            new("contact", "联系人␟单") { IsStandard = false },
            new("opportunity", "商机␟单") { IsStandard = false },
            new("feedback", "客户反馈"),
            new("handling", "处理措施"),
            new("due", "完成时限") { Sort = "due" },
            new("result", "结果确认") { IsStandard = false },
            new("next", "下次跟进") { IsStandard = false },
            new("visitor", "回访人"),
        ],
        []);
}
