using SalesCrm.Application.Users;

namespace SalesCrm.Web.Tests.Access;

/// <summary>
/// Who may reach which address: the one expected table. A new page without a row fails, and so does a row without a page.
/// Which records one then sees is not decided here but by the scopes.
/// </summary>
internal static class EndpointTable
{
    /// <summary>No roles: open to everyone, signed in or not.</summary>
    private static readonly Role[] Anybody = [];
    private static readonly Role[] Everyone = [Role.Rep, Role.Manager, Role.Service, Role.Legal, Role.Admin];
    private static readonly Role[] Sales = [Role.Rep, Role.Manager, Role.Service, Role.Admin];
    private static readonly Role[] Leaders = [Role.Manager, Role.Admin];
    private static readonly Role[] Admins = [Role.Admin];

    public static IReadOnlyDictionary<string, Role[]> Rows { get; } = new Dictionary<string, Role[]>
    {
        ["account/login"] = Anybody,
        ["account/logout"] = Anybody,
        ["account/setup"] = Anybody,
        ["account/password"] = Everyone,
        ["account/sessions"] = Everyone,
        ["admin/dictionaries"] = Admins,
        ["admin/dictionaries/new"] = Admins,
        ["admin/dictionaries/{id:long}"] = Admins,
        ["admin/teams"] = Admins,
        ["admin/teams/new"] = Admins,
        ["admin/teams/{id:long}"] = Admins,
        ["admin/users"] = Admins,
        ["admin/users/new"] = Admins,
        ["admin/users/{id:long}"] = Admins,
        ["admin/users/{id:long}/password"] = Admins,
        ["admin/users/{id:long}/sessions"] = Admins,
        ["customers"] = Sales,
        ["customers/new"] = Sales,
        ["customers/similar"] = Sales,
        ["customers/{id:long}"] = Everyone,
        ["customers/{id:long}/archive"] = Sales,
        ["customers/{id:long}/assignment"] = Leaders,
        ["customers/{id:long}/contacts/new"] = Sales,
        ["customers/{id:long}/contacts/{contactId:long}/archive"] = Sales,
        ["customers/{id:long}/contacts/{contactId:long}/edit"] = Sales,
        ["customers/{id:long}/edit"] = Sales,
        ["customers/{id:long}/members"] = Sales,
        ["errors/{code:int}"] = Anybody,
        ["health/live"] = Anybody,
        ["health/ready"] = Anybody,
        ["preferences/language"] = Anybody,
        ["preferences/menu"] = Everyone,
        ["preferences/theme"] = Anybody,
    };

    /// <summary>One user name per role.</summary>
    public static IReadOnlyDictionary<Role, string> People { get; } = new Dictionary<Role, string>
    {
        [Role.Rep] = "rep",
        [Role.Manager] = "manager",
        [Role.Service] = "service",
        [Role.Legal] = "legal",
        [Role.Admin] = "admin",
    };
}
