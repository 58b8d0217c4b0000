using SalesCrm.Application.Columns;
using SalesCrm.Application.Deals;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Users;
using SalesCrm.Application.Visits;

namespace SalesCrm.Web.Pages.Shared;

/// <summary>A list whose columns everybody chooses for himself.</summary>
/// <param name="Name">Its address, and its name in others.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Roles">Who may open it.</param>
/// <param name="Columns">What it can show.</param>
public record ColumnedList(string Name, Text Title, IReadOnlyList<Role> Roles, ListColumns Columns)
{
    public static ColumnedList Visits { get; } = new("visits", "跟进", [Role.Rep, Role.Manager, Role.Service, Role.Admin], VisitColumns.All);

    public static ColumnedList Deals { get; } = new("deals", "成交", [Role.Rep, Role.Manager, Role.Admin], DealColumns.All);

    /// <summary>The list of that name, for whoever may open it.</summary>
    public static ColumnedList? Called(string? name, Role role) => FilteredList.All.Append(Visits).Append(Deals).FirstOrDefault(list => list.Name == name && list.Roles.Contains(role));
}
