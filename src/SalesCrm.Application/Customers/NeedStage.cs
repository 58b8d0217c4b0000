using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Application.Customers;

/// <summary>How far the customer's need is known (需求阶段).</summary>
public enum NeedStage
{
    /// <summary>初步了解</summary>
    Initial = 1,

    /// <summary>需求确认</summary>
    Confirmed = 2,

    /// <summary>方案对比</summary>
    Comparing = 3,

    /// <summary>商务谈判</summary>
    Negotiating = 4,

    /// <summary>已成交</summary>
    Won = 5,

    /// <summary>无需求</summary>
    None = 6,
}

public static class NeedStageNames
{
    public static Text Name(this NeedStage needStage) => needStage switch
    {
        NeedStage.Initial => "初步了解",
        NeedStage.Confirmed => "需求确认",
        NeedStage.Comparing => "方案对比",
        NeedStage.Negotiating => "商务谈判",
        NeedStage.Won => "已成交",
        NeedStage.None => "无需求",
        _ => throw new ArgumentOutOfRangeException(nameof(needStage)),
    };
}
