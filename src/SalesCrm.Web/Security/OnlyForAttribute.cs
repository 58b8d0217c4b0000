using Microsoft.AspNetCore.Authorization;
using SalesCrm.Application.Users;

namespace SalesCrm.Web.Security;

/// <summary>The page is for these roles only; others get 403. Which records they see is decided by the scopes.</summary>
public sealed class OnlyForAttribute : AuthorizeAttribute
{
    public OnlyForAttribute(params Role[] roles)
    {
        For = roles;
        Roles = string.Join(',', roles);
    }

    public IReadOnlyList<Role> For { get; }
}
