using SalesCrm.Application.Customers;

namespace SalesCrm.Web.Pages.Visits;

/// <summary>Customers to choose from for a follow-up.</summary>
public sealed record CustomerChoice(IReadOnlyList<CustomerPicker.Choice> Customers, string? ReturnUrl, string? Typed);
