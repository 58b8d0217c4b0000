using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Search;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Texts;

namespace SalesCrm.Application.Customers;

/// <summary>Customers to choose from while typing.</summary>
public sealed class CustomerPicker(CrmDbContext db)
{
    public sealed record Choice(long Id, string Name, string Number, bool IsConfidential);

    /// <summary>At most ten customers on which the actor may work whose name contains what was typed.</summary>
    public Task<IReadOnlyList<Choice>> FindAsync(string? typed, Actor actor, CancellationToken cancellationToken) => ChoicesAsync(db.CustomersWorkedOrMergedBy(actor), typed, cancellationToken);

    /// <summary>At most ten customers whom the actor may see, for a field in which one is named.</summary>
    public Task<IReadOnlyList<Choice>> MentionsAsync(string? typed, Actor actor, CancellationToken cancellationToken) => ChoicesAsync(db.CustomersOf(actor), typed, cancellationToken);

    private async Task<IReadOnlyList<Choice>> ChoicesAsync(IQueryable<Customer> customers, string? typed, CancellationToken cancellationToken)
        => await customers.AsNoTracking()
            .Where(customer => customer.ArchivedAt == null)
            .Matching(db, SearchKind.Customer, typed)
            .Ranked(SearchKind.Customer, typed).ThenByDescending(customer => customer.LastFollowUpAt).ThenBy(customer => customer.Id)
            .Take(10)
            .Select(customer => new Choice(customer.Id, customer.Name, customer.Number, customer.ConfidentialAt != null))
            .ToListAsync(cancellationToken);

    /// <summary>The customer that a text names, for a form that knows none yet; null where the actor sees none.</summary>
    public Task<long?> FindMentionedAsync(string? typed, Actor actor, CancellationToken cancellationToken) => MentionedAsync(db, typed, actor, cancellationToken);

    /// <summary>The customer that a text names by number, or by his exact name where only one has it; null where the actor sees none.</summary>
    internal static async Task<long?> MentionedAsync(CrmDbContext db, string? typed, Actor actor, CancellationToken cancellationToken)
    {
        if (CleanText.Line(typed) is not { } text)
        {
            return null;
        }

        var (number, key) = (text.Split(' ')[0], NameKey.OfCompany(text));
        var found = await db.CustomersOf(actor.ForOne).Where(customer => customer.Number == number || customer.NameKey == key).Select(customer => new { customer.Id, ByNumber = customer.Number == number })
            .Take(3).ToListAsync(cancellationToken);
        return found.Find(row => row.ByNumber)?.Id ?? (found is [var only] ? only.Id : null);
    }

    /// <summary>One customer on which the actor may work; null where he may not.</summary>
    public async Task<Choice?> FindAsync(long id, Actor actor, CancellationToken cancellationToken)
        => await db.CustomersWorkedBy(actor).AsNoTracking()
            .Where(customer => customer.Id == id)
            .Select(customer => new Choice(customer.Id, customer.Name, customer.Number, customer.ConfidentialAt != null))
            .SingleOrDefaultAsync(cancellationToken);
}
