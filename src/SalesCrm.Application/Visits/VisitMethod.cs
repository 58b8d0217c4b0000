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
