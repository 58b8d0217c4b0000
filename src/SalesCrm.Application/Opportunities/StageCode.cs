namespace SalesCrm.Application.Opportunities;

/// <summary>The steps that the product knows; the admin may rename and reorder the open ones, never lose them.</summary>
public enum StageCode
{
    /// <summary>机会识别</summary>
    Identified = 1,

    /// <summary>初步接触</summary>
    FirstContact = 2,

    /// <summary>需求深度挖掘</summary>
    NeedsAnalysis = 3,

    /// <summary>方案呈现与谈判</summary>
    Proposal = 4,

    /// <summary>成交签约</summary>
    Contract = 5,

    /// <summary>售后跟进: won, and its after-sales follow-up is still to be done.</summary>
    AfterSales = 6,

    /// <summary>已成交</summary>
    Won = 7,

    /// <summary>已丢单</summary>
    Lost = 8,
}
