using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Application.Visits;

/// <summary>How customer and we met (回访方式).</summary>
public enum VisitMethod
{
    /// <summary>拜访</summary>
    Visit = 1,

    /// <summary>电话</summary>
    Call = 2,

    /// <summary>邮件</summary>
    Email = 3,

    /// <summary>企业微信</summary>
    WeCom = 4,

    /// <summary>线上会议</summary>
    OnlineMeeting = 5,

    /// <summary>短信</summary>
    TextMessage = 6,

    /// <summary>社交媒体</summary>
    SocialMedia = 7,

    /// <summary>其他</summary>
    Other = 8,
}

public static class VisitMethodNames
{
    /// <summary>In the order in which forms offer them: the most frequent first.</summary>
    public static IReadOnlyList<VisitMethod> Offered { get; } =
    [
        VisitMethod.Call, VisitMethod.WeCom, VisitMethod.Visit, VisitMethod.OnlineMeeting,
        VisitMethod.Email, VisitMethod.TextMessage, VisitMethod.SocialMedia, VisitMethod.Other,
    ];

    public static Text Name(this VisitMethod method) => method switch
    {
        VisitMethod.Visit => "拜访",
        VisitMethod.Call => "电话␟联系",
        VisitMethod.Email => "邮件",
        VisitMethod.WeCom => "企业微信",
        VisitMethod.OnlineMeeting => "线上会议",
        VisitMethod.TextMessage => "短信",
        VisitMethod.SocialMedia => "社交媒体",
        _ => "其他方式",
    };
}
