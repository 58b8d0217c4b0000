using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Paging;
using SalesCrm.Application.Users;

namespace SalesCrm.Application.Grading.Overrides;

/// <summary>Grades that people decided over the rule; the exceptions report.</summary>
public sealed class GradeOverrideList(CrmDbContext db)
{
    private static readonly ListOrder<Customer, DateOnly?> Order = new("until", customer => customer.OverrideUntil, customer => customer.Id);

    public sealed record OverrideRow(long CustomerId, string Customer, string? Owner, Grade Grade, Grade Calculated, string Reason, DateOnly? Until, string? By, decimal AnnualAmount, bool IsConfidential);

    public Task<Page<OverrideRow>> ReadAsync(PageRequest page, Actor actor, CancellationToken cancellationToken)
        => Order.ReadAsync(
            db.CustomersOf(actor).AsNoTracking().Where(customer => customer.OverrideGrade != null && customer.ArchivedAt == null),
            customer => new OverrideRow(
                customer.Id, customer.Name, customer.Owner!.DisplayName, customer.OverrideGrade!.Value, customer.CalculatedGrade, customer.OverrideReason ?? "", customer.OverrideUntil,
                db.Set<User>().Where(user => user.Id == customer.OverrideById).Select(user => user.DisplayName).FirstOrDefault(), customer.AnnualAmount, customer.ConfidentialAt != null),
            page, cancellationToken);
}
