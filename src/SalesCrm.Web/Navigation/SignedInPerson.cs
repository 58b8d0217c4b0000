using System.Security.Claims;
using SalesCrm.Application.Users;

namespace SalesCrm.Web.Navigation;

/// <summary>What the frame of a page shows of the person who is signed in; read from the claims, so it costs no query.</summary>
public sealed record SignedInPerson(string Name, Role? Role)
{
    public static SignedInPerson Of(ClaimsPrincipal user) => new(
        user.FindFirstValue(ClaimTypes.GivenName) ?? user.Identity?.Name ?? "",
        Enum.TryParse<Role>(user.FindFirstValue(ClaimTypes.Role), out var role) ? role : null);

    /// <summary>The role in Chinese words, which are the key of their translation.</summary>
    public string RoleTitle => Role switch
    {
        Application.Users.Role.Rep => "销售",
        Application.Users.Role.Manager => "经理",
        Application.Users.Role.Service => "客服",
        Application.Users.Role.Legal => "法务",
        Application.Users.Role.Admin => "管理员",
        _ => "",
    };

    /// <summary>The surname of a Chinese name, the first letter of others.</summary>
    public string Initial => TagHelpers.PersonTagHelper.Initial(Name);
}
