using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Application.Leads;

public enum LeadStatus
{
    New = 1,
    Working = 2,
    Qualified = 3,
    Disqualified = 4,
    Converted = 5,
}

public static class LeadStatusNames
{
    public static Text Name(this LeadStatus status) => status switch
    {
        LeadStatus.New => "新线索",
        LeadStatus.Working => "跟进中",
        LeadStatus.Qualified => "已达标␟线索",
        LeadStatus.Disqualified => "已淘汰",
        LeadStatus.Converted => "已转化",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };
}
