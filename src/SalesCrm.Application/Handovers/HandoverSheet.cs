using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Customers.Confidential;
using SalesCrm.Application.Database;
using SalesCrm.Application.Grading;
using SalesCrm.Application.Leads.Assignment;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Paging;

namespace SalesCrm.Application.Handovers;

/// <summary>The giver's customers, page by page, with whose part each is in. A confidential one that is closed to the reader has no name here.</summary>
public sealed class HandoverSheet(CrmDbContext db)
{
    private static readonly ListOrders<Customer> Orders = new(
        new ListOrder<Customer, Grade>("grade", customer => customer.Grade, customer => customer.Id),
        new ListOrder<Customer, string?>("province", customer => customer.Province, customer => customer.Id));

    /// <param name="Name">Null where he is closed to the reader.</param>
    /// <param name="Receiver">In whose part he is; null for in nobody's.</param>
    public sealed record Row(long Id, string Number, string? Name, bool IsConfidential, Grade Grade, string? Industry, string? Province, string? City, int OpenOpportunities, string? Receiver);

    /// <param name="Key">As rules compare it; empty where none was noted.</param>
    /// <param name="Name">As it is noted at most of them.</param>
    /// <param name="ReceiverId">Who has all of its customers in his part; null where several have, or nobody.</param>
    public sealed record Region(string Key, string? Name, int Customers, int Leads, long? ReceiverId);

    /// <summary>For whoever divides it; null for others.</summary>
    public async Task<Page<Row>?> ReadAsync(long id, HandoverFilter filter, PageRequest page, Actor actor, CancellationToken cancellationToken)
        => await db.HandoversDividedBy(actor).AnyAsync(row => row.Id == id, cancellationToken) ? await PageAsync(id, filter, page, actor, cancellationToken) : null;

    /// <summary>What is in the parts that wait for an answer: his own for a receiver, all for others who see the handover. Null for a stranger, and when nothing waits.</summary>
    public async Task<Page<Row>?> PartsAsync(long id, PageRequest page, Actor actor, CancellationToken cancellationToken)
    {
        var found = await db.HandoversOf(actor).Where(row => row.Id == id && row.Status == HandoverStatus.Proposed)
            .Select(row => new { IsReceiver = row.Receivers.Any(receiver => receiver.UserId == actor.UserId), Mine = row.ProposedById == actor.UserId }).SingleOrDefaultAsync(cancellationToken);
        return found is null ? null : await PageAsync(id, new HandoverFilter(Part: found.IsReceiver && !found.Mine ? actor.UserId : -1), page, actor, cancellationToken);
    }

    /// <summary>The provinces of the giver's customers and leads, the most first.</summary>
    public async Task<IReadOnlyList<Region>> RegionsAsync(long id, Actor actor, CancellationToken cancellationToken)
    {
        var from = await db.HandoversDividedBy(actor).Where(row => row.Id == id).Select(row => row.FromId).SingleAsync(cancellationToken);
        var parts = new HandoverParts(db, id, from);
        var customers = await parts.Customers
            .Select(row => new { row.Province, Receiver = parts.Items(HandoverKind.Customer).Where(item => item.RecordId == row.Id).Select(item => (long?)item.Receiver!.UserId).FirstOrDefault() })
            .GroupBy(row => new { row.Province, row.Receiver }).Select(group => new { group.Key.Province, group.Key.Receiver, Count = group.Count() }).ToListAsync(cancellationToken);
        var leads = await PersonHoldings.LeadsOf(db, from).GroupBy(row => row.Province).Select(group => new { Province = group.Key, Count = group.Count() }).ToListAsync(cancellationToken);
        return [.. customers.Select(row => row.Province).Concat(leads.Select(row => row.Province)).GroupBy(RegionKey.Of)
            .Select(region =>
            {
                var here = customers.Where(row => RegionKey.Of(row.Province) == region.Key).ToList();
                return new Region(
                    region.Key, region.FirstOrDefault(name => !string.IsNullOrWhiteSpace(name)), here.Sum(row => row.Count), leads.Where(row => RegionKey.Of(row.Province) == region.Key).Sum(row => row.Count),
                    here.Select(row => row.Receiver).Distinct().ToList() is [{ } only] ? only : null);
            })
            .OrderByDescending(region => region.Customers).ThenBy(region => region.Key, StringComparer.Ordinal)];
    }

    private async Task<Page<Row>> PageAsync(long id, HandoverFilter filter, PageRequest page, Actor actor, CancellationToken cancellationToken)
    {
        var from = await db.Handovers.Where(row => row.Id == id).Select(row => row.FromId).SingleAsync(cancellationToken);
        var parts = new HandoverParts(db, id, from);
        return await Orders.Named(page.Sort).ReadAsync(filter.Apply(parts).AsNoTracking(), Select(parts, db.ClosedTo(actor), Translations.Current == Translations.English), page, cancellationToken);
    }

    private static Expression<Func<Customer, Row>> Select(HandoverParts parts, IQueryable<long> closed, bool english) => customer => new Row(
        customer.Id, customer.Number, closed.Contains(customer.Id) ? null : customer.Name, customer.ConfidentialAt != null, customer.Grade, english && customer.Industry!.EnglishName != null ? customer.Industry.EnglishName : customer.Industry!.Name, customer.Province, customer.City,
        customer.OpenOpportunityCount, parts.Items(HandoverKind.Customer).Where(item => item.RecordId == customer.Id).Select(item => item.Receiver!.User!.DisplayName).FirstOrDefault());
}
