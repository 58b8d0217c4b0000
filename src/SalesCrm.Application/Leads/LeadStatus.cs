namespace SalesCrm.Application.Leads;

public enum LeadStatus
{
    New = 1,
    Working = 2,
    Qualified = 3,
    Disqualified = 4,
    Converted = 5,
}
