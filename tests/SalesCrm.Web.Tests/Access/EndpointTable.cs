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
    private static readonly Role[] Sellers = [Role.Rep, Role.Manager, Role.Admin];
    private static readonly Role[] Field = [Role.Rep, Role.Manager, Role.Service];
    private static readonly Role[] Leaders = [Role.Manager, Role.Admin];
    private static readonly Role[] Admins = [Role.Admin];

    public static IReadOnlyDictionary<string, Role[]> Rows { get; } = new Dictionary<string, Role[]>
    {
        [""] = Everyone,
        ["account/login"] = Anybody,
        ["account/logout"] = Anybody,
        ["account/password"] = Everyone,
        ["account/sessions"] = Everyone,
        ["account/setup"] = Anybody,
        ["admin/audit"] = Admins,
        ["admin/dictionaries"] = Admins,
        ["admin/dictionaries/new"] = Admins,
        ["admin/dictionaries/{id:long}"] = Admins,
        ["admin/lead-scoring"] = Admins,
        ["admin/stages"] = Admins,
        ["admin/stages/{code}/edit"] = Admins,
        ["admin/teams"] = Admins,
        ["admin/teams/new"] = Admins,
        ["admin/teams/{id:long}"] = Admins,
        ["admin/users"] = Admins,
        ["admin/users/new"] = Admins,
        ["admin/users/{id:long}"] = Admins,
        ["admin/users/{id:long}/password"] = Admins,
        ["admin/users/{id:long}/sessions"] = Admins,
        ["audit/{subject}/{id:long}"] = Everyone,
        ["competitors"] = Sellers,
        ["competitors/new"] = Sellers,
        ["competitors/{id:long}"] = Sellers,
        ["competitors/{id:long}/edit"] = Sellers,
        ["competitors/{id:long}/notes"] = Sellers,
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
        ["customers/{id:long}/events"] = Sales,
        ["customers/{id:long}/members"] = Sales,
        ["customers/{id:long}/timeline"] = Everyone,
        ["deals"] = Sellers,
        ["deals/new"] = Sellers,
        ["deals/{id:long}/edit"] = Sellers,
        ["errors/{code:int}"] = Anybody,
        ["exports"] = Sellers,
        ["exports/lists/{list:regex(^(customers|opportunities|visits|deals|leads)$)}"] = Sellers,
        ["grading"] = Sellers,
        ["grading/evaluation"] = Leaders,
        ["grading/for-customer/{id:long}"] = Everyone,
        ["grading/overrides"] = Sellers,
        ["grading/policies/{id:int?}"] = Sellers,
        ["grading/{id:long}/judgement"] = Sales,
        ["grading/{id:long}/override"] = Leaders,
        ["grading/{id:long}/recalculation"] = Leaders,
        ["health/live"] = Anybody,
        ["health/ready"] = Anybody,
        ["imports"] = Sellers,
        ["imports/new"] = Sellers,
        ["imports/{handle:guid}"] = Sellers,
        ["imports/{handle:guid}/cancel"] = Sellers,
        ["imports/{handle:guid}/check"] = Sellers,
        ["imports/{handle:guid}/commit"] = Sellers,
        ["imports/{handle:guid}/mapping"] = Sellers,
        ["imports/{handle:guid}/profile"] = Sellers,
        ["imports/{handle:guid}/refused"] = Sellers,
        ["leads"] = Sellers,
        ["leads/new"] = Sellers,
        ["leads/{id:long}"] = Sellers,
        ["leads/{id:long}/assignment"] = Leaders,
        ["leads/{id:long}/conversion"] = Sellers,
        ["leads/{id:long}/disqualification"] = Sellers,
        ["leads/{id:long}/edit"] = Sellers,
        ["leads/{id:long}/reopening"] = Sellers,
        ["metrics"] = Sellers,
        ["metrics/{period}"] = Sellers,
        ["metrics/{period}/records"] = Sellers,
        ["metrics/{period}/report"] = Leaders,
        ["metrics/{period}/targets"] = Leaders,
        ["my-day"] = Field,
        ["opportunities"] = Everyone,
        ["opportunities/board"] = Everyone,
        ["opportunities/for-customer/{id:long}"] = Everyone,
        ["opportunities/forecast"] = Sellers,
        ["opportunities/new"] = Sellers,
        ["opportunities/{id:long}"] = Everyone,
        ["opportunities/{id:long}/assignment"] = Leaders,
        ["opportunities/{id:long}/closing"] = Sellers,
        ["opportunities/{id:long}/edit"] = Sellers,
        ["opportunities/{id:long}/milestones"] = Sellers,
        ["opportunities/{id:long}/rivals"] = Sellers,
        ["opportunities/{id:long}/rivals/{rivalId:long}/removal"] = Sellers,
        ["opportunities/{id:long}/stage"] = Sellers,
        ["preferences/language"] = Anybody,
        ["preferences/menu"] = Everyone,
        ["preferences/theme"] = Anybody,
        ["search"] = Everyone,
        ["visits"] = Sales,
        ["visits/customers"] = Sales,
        ["visits/new"] = Sales,
        ["visits/plan"] = Sales,
        ["visits/{id:long}"] = Sales,
        ["visits/{id:long}/archive"] = Sales,
        ["visits/{id:long}/confirmation"] = Sales,
        ["visits/{id:long}/edit"] = Sales,
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
