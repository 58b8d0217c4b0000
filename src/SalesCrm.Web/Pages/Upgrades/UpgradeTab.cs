namespace SalesCrm.Web.Pages.Upgrades;

/// <summary>Which customers the list shows.</summary>
public enum UpgradeTab
{
    /// <summary>可挖掘 C 类</summary>
    Candidates = 0,
    Open = 1,
    Succeeded = 2,
    Stopped = 3,

    /// <summary>C customers whose potential nobody has judged.</summary>
    Unjudged = 4,
}
