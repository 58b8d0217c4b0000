using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Application.Upgrades;

/// <summary>The five steps by which a customer is developed.</summary>
public enum UpgradeStepKind
{
    /// <summary>收集信息</summary>
    Information = 1,

    /// <summary>访问</summary>
    Visit = 2,

    /// <summary>建立信任</summary>
    Trust = 3,

    /// <summary>协商</summary>
    Negotiation = 4,

    /// <summary>协议</summary>
    Agreement = 5,
}

public enum UpgradeState
{
    Open = 1,
    Succeeded = 2,

    /// <summary>Given up.</summary>
    Stopped = 3,
}

public static class UpgradeNames
{
    public static Text Name(this UpgradeStepKind step) => step switch
    {
        UpgradeStepKind.Information => "收集信息",
        UpgradeStepKind.Visit => "访问␟升级",
        UpgradeStepKind.Trust => "建立信任",
        UpgradeStepKind.Negotiation => "协商",
        UpgradeStepKind.Agreement => "协议",
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };

    public static Text Name(this UpgradeState state) => state switch
    {
        UpgradeState.Open => "升级中",
        UpgradeState.Succeeded => "升级成功",
        UpgradeState.Stopped => "已停止",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}
