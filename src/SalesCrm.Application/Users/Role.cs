using SalesCrm.Application.Shared.Localization;

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

public static class RoleNames
{
    public static Text Title(this Role role) => role switch
    {
        Role.Rep => "销售",
        Role.Manager => "经理",
        Role.Service => "客服",
        Role.Legal => "法务",
        Role.Admin => "管理员",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
    };
}
