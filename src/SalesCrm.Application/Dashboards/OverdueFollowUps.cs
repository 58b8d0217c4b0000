using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Application.Dashboards;

public sealed record OverdueRow(long CustomerId, string Customer, DateOnly DueOn, string? Plan, string? Owner, bool IsConfidential);

public sealed record OverdueSheet(IReadOnlyList<OverdueRow> Rows, int Total);

/// <summary>Follow-ups that have been due for three days or more; they show to the manager.</summary>
public sealed class OverdueFollowUps(CrmDbContext db, CompanyClock clock)
{
    public const int Days = 3;

    public async Task<OverdueSheet> ReadAsync(Actor actor, CancellationToken cancellationToken)
    {
        var limit = clock.Today.AddDays(-Days);
        var overdue = db.CustomersOf(actor).Where(customer => customer.ArchivedAt == null && customer.DueKey <= limit);
        var rows = await overdue.OrderBy(customer => customer.DueKey).ThenBy(customer => customer.Id).Take(6)
            .Select(customer => new
            {
                Row = new OverdueRow(customer.Id, customer.Name, customer.NextFollowUpOn!.Value, customer.NextFollowUpText, customer.Owner!.DisplayName, customer.ConfidentialAt != null),
                Total = overdue.Count(),
            })
            .ToListAsync(cancellationToken);
        return new OverdueSheet(rows.ConvertAll(row => row.Row), rows.Count == 0 ? 0 : rows[0].Total);
    }
}
