namespace SalesCrm.Application.Users;

/// <summary>What a person is in the sales organisation. Everyone has exactly one; executives are managers of the root team.</summary>
public enum Role
{
    Rep = 1,
    Manager = 2,
    Service = 3,
    Legal = 4,
    Admin = 5,
}
