using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers.Contacts;
using SalesCrm.Application.Database;
using SalesCrm.Application.Grading;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Paging;

namespace SalesCrm.Application.Customers;

/// <summary>How many customers there are of each type, among those that the reader sees.</summary>
public sealed class CustomerTypes(CrmDbContext db)
{
    public sealed record Line(LifecycleType Type, int Count);

    /// <param name="Important">Grade A or B (重要客户); these and the next are counted as far as the lists behind them.</param>
    /// <param name="WithDecisionMaker">Customers with a contact who decides.</param>
    /// <param name="WithInfluencer">Customers with a contact who has influence.</param>
    public sealed record Counts(IReadOnlyList<Line> Lines, int Important, int WithDecisionMaker, int WithInfluencer);

    public async Task<Counts> ReadAsync(Actor actor, CancellationToken cancellationToken)
    {
        var customers = db.CustomersOf(actor).Where(customer => customer.ArchivedAt == null);
        var counts = await customers.GroupBy(customer => customer.Lifecycle).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancellationToken);
        var lines = Enum.GetValues<LifecycleType>().Select(type => new Line(type, counts.Find(row => row.Key == type)?.Count ?? 0)).ToList();
        IQueryable<Customer>[] some = [customers.Where(customer => customer.Grade == Grade.A || customer.Grade == Grade.B), customers.Where(WithRole(ContactRole.DecisionMaker)), customers.Where(WithRole(ContactRole.Influencer))];
        var found = await some.CountEachAsync(Counting.Most + 1, cancellationToken);
        return new(lines, found[0], found[1], found[2]);
    }

    private static System.Linq.Expressions.Expression<Func<Customer, bool>> WithRole(ContactRole role)
        => customer => customer.Contacts.Any(contact => contact.ArchivedAt == null && contact.Role == role);
}
