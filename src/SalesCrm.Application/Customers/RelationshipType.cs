using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Application.Customers;

/// <summary>The five types of relationship (客户关系类型), each closer than the one before.</summary>
public enum RelationshipType
{
    /// <summary>基本型: no contact after the sale.</summary>
    Basic = 1,

    /// <summary>被动型: answers only when asked.</summary>
    Reactive = 2,

    /// <summary>负责型: gives suggestions when contacted.</summary>
    Accountable = 3,

    /// <summary>主动型: gives suggestions by himself.</summary>
    Proactive = 4,

    /// <summary>合作伙伴型: both grow together.</summary>
    Partnership = 5,
}

public static class RelationshipTypeNames
{
    public static Text Name(this RelationshipType type) => type switch
    {
        RelationshipType.Basic => "基本型",
        RelationshipType.Reactive => "被动型",
        RelationshipType.Accountable => "负责型",
        RelationshipType.Proactive => "主动型",
        RelationshipType.Partnership => "合作伙伴型",
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    /// <summary>What to do with such a customer.</summary>
    public static Text Strategy(this RelationshipType type) => type switch
    {
        RelationshipType.Basic => "交付后 3 天内主动回访一次，确认使用情况，把“卖完就走”变成有来有往。",
        RelationshipType.Reactive => "每月至少主动联系一次，每次带一个具体问题请教，让客户习惯反馈。",
        RelationshipType.Accountable => "承诺的事写清时限并按期完成，定期征求改进意见，把意见的处理结果告诉客户。",
        RelationshipType.Proactive => "优先响应客户的建议，采纳后公开感谢，邀请参与新品试用和案例分享。",
        RelationshipType.Partnership => "高层每季度互访，共同制定年度目标和联合计划，转介绍和联合推广给予回报。",
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };
}
