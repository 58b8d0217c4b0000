using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Application.Opportunities;

public enum OpportunityStatus
{
    Open = 1,
    Won = 2,
    Lost = 3,
}

public static class OpportunityStatusNames
{
    public static Text Name(this OpportunityStatus status) => status switch
    {
        OpportunityStatus.Open => "进行中",
        OpportunityStatus.Won => "已成交",
        OpportunityStatus.Lost => "已丢单",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };
}
