namespace SalesCrm.Application.Opportunities;

public enum OpportunityStatus
{
    Open = 1,
    Won = 2,
    Lost = 3,
}
