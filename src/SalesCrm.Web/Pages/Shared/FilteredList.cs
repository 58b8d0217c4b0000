using SalesCrm.Application.Areas;
using SalesCrm.Application.Columns;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Fields;
using SalesCrm.Application.Filters;
using SalesCrm.Application.Leads;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Users;

namespace SalesCrm.Web.Pages.Shared;

/// <summary>A list that takes conditions and saved filters.</summary>
/// <param name="Subject">What it lists.</param>
/// <param name="Name">Its address, and its name in others.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Narrowing">The title of the form with its conditions.</param>
/// <param name="Total">The sentence of its count.</param>
/// <param name="Roles">Who may open it.</param>
/// <param name="Columns">What it can show.</param>
public sealed record FilteredList(FieldSubject Subject, string Name, Text Title, string Narrowing, string Total, IReadOnlyList<Role> Roles, ListColumns Columns) : ColumnedList(Name, Title, Roles, Columns)
{
    public static FilteredList Customers { get; } = new(FieldSubject.Customer, "customers", "客户", "筛选客户", "符合条件的客户 {0} 家", [Role.Rep, Role.Manager, Role.Service, Role.Admin], CustomerColumns.All);

    public static FilteredList Leads { get; } = new(FieldSubject.Lead, "leads", "线索", "筛选线索", "符合条件的线索 {0} 条", [Role.Rep, Role.Manager, Role.Admin], LeadColumns.All);

    public static FilteredList Opportunities { get; } = new(FieldSubject.Opportunity, "opportunities", "商机", "筛选商机", "符合条件的商机 {0} 个", [Role.Rep, Role.Manager, Role.Service, Role.Legal, Role.Admin], OpportunityColumns.All);

    public static IReadOnlyList<FilteredList> All { get; } = [Customers, Leads, Opportunities];

    public bool HasBoard => this != Customers;

    /// <summary>The list of that name, for whoever may open it.</summary>
    public static FilteredList? Of(string? name, Role role) => All.FirstOrDefault(list => list.Name == name && list.Roles.Contains(role));

    public static FilteredList Of(FieldSubject subject) => All.Single(list => list.Subject == subject);

    /// <summary>Whether the role may open it and nobody has switched it off.</summary>
    public bool IsOpenTo(Role? role, AreaSwitches.Off off) => role is { } one && Roles.Contains(one) && !off.HasRoute(Name);

    /// <summary>Its address with a saved filter, whose tab is marked then.</summary>
    public string With(SavedFilters.Row row) => With($"{QueryText.Saved}={row.Id}&{row.Query}");

    /// <summary>Its address with a query.</summary>
    public string With(string query) => query.Length == 0 ? "/" + Name : $"/{Name}?{query}";
}

/// <param name="List">The list.</param>
/// <param name="TellsOwn">The page has no other place for conditions on the admin's own fields.</param>
public sealed record ConditionBar(FilteredList List, bool TellsOwn = false);
