using System.Linq.Expressions;

namespace SalesCrm.Application.Customers;

/// <summary>高潜力: the budget is known and the need is urgent. A rule, never typed.</summary>
internal static class HighPotential
{
    /// <summary>Of 10.</summary>
    public const int UrgencyFrom = 8;

    public static Expression<Func<Customer, bool>> Rule { get; } = customer => customer.Budget != null && customer.Urgency >= UrgencyFrom;
}
