using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;

namespace SalesCrm.Application.Relationships;

/// <summary>How many customers there are of each type of relationship, among those that the reader sees.</summary>
public sealed class RelationshipOverview(CrmDbContext db)
{
    /// <param name="Type">Null for customers of whom nobody has said it yet.</param>
    public sealed record Line(RelationshipType? Type, int Count);

    public async Task<IReadOnlyList<Line>> ReadAsync(Actor actor, CancellationToken cancellationToken)
    {
        var counts = await db.CustomersOf(actor).Where(customer => customer.ArchivedAt == null).GroupBy(customer => customer.Relationship)
            .Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancellationToken);
        return Enum.GetValues<RelationshipType>().Select(type => (RelationshipType?)type).Append(null)
            .Select(type => new Line(type, counts.Find(row => row.Key == type)?.Count ?? 0)).ToList();
    }
}
