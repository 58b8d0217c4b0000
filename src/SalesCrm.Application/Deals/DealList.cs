using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Paging;

namespace SalesCrm.Application.Deals;

/// <summary>The deals that a reader may see, with the sum of all that the filter lets through.</summary>
public sealed class DealList(CrmDbContext db)
{
    /// <param name="From">First day of the deals wanted.</param>
    /// <param name="Until">Last day of the deals wanted.</param>
    /// <param name="OwnerId">Whose deals.</param>
    /// <param name="CustomerId">With whom.</param>
    public sealed record Filter(DateOnly? From = null, DateOnly? Until = null, long? OwnerId = null, long? CustomerId = null);

    /// <param name="Page">The rows.</param>
    /// <param name="Amount">Yuan, the sum of all rows of the list; null where they are more than are counted.</param>
    public sealed record Result(Page<DealRow> Page, decimal? Amount);

    private static readonly ListOrders<Deal> Orders = new(
        new ListOrder<Deal, DateOnly>("date", deal => deal.On, deal => deal.Id),
        new ListOrder<Deal, decimal>("amount", deal => deal.Amount, deal => deal.Id),
        new ListOrder<Deal, string>("number", deal => deal.Number, deal => deal.Id));

    public async Task<Result> ReadAsync(Filter filter, PageRequest request, Actor actor, CancellationToken cancellationToken)
    {
        var deals = Filtered(db.DealsOf(actor.Walking).AsNoTracking().Where(deal => deal.ArchivedAt == null), filter);
        var (count, amount) = await Filtered(db.DealsOf(actor).Where(deal => deal.ArchivedAt == null), filter).Select(deal => (decimal?)deal.Amount).SumForAsync(request, cancellationToken);
        var page = await Orders.Named(request.Sort).ReadAsync(
            deals,
            deal => new DealRow(
                deal.Id, deal.Number, deal.CustomerId, deal.Customer!.Name, deal.On, deal.Amount, deal.DeliveryOn, deal.Owner!.DisplayName, deal.Product!.Name,
                deal.OpportunityId, deal.Ordinal, deal.SalesDays)
            { IsConfidential = deal.Customer.ConfidentialAt != null },
            request, cancellationToken, count);
        return new(page, amount);
    }

    internal static IQueryable<Deal> Filtered(IQueryable<Deal> deals, Filter filter)
    {
        deals = filter.From is { } from ? deals.Where(deal => deal.On >= from) : deals;
        deals = filter.Until is { } until ? deals.Where(deal => deal.On <= until) : deals;
        deals = filter.OwnerId is { } owner ? deals.Where(deal => deal.OwnerId == owner) : deals;
        return filter.CustomerId is { } customer ? deals.Where(deal => deal.CustomerId == customer) : deals;
    }
}

/// <param name="Id">The deal.</param>
/// <param name="Number">Its number.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="Customer">His name.</param>
/// <param name="On">Day of the deal.</param>
/// <param name="Amount">Yuan.</param>
/// <param name="DeliveryOn">Day of delivery, when known.</param>
/// <param name="Owner">Who made it.</param>
/// <param name="Product">What was sold.</param>
/// <param name="OpportunityId">The opportunity that was won.</param>
/// <param name="Ordinal">1 for the customer's first deal.</param>
/// <param name="SalesDays">Days from identification to the deal.</param>
public sealed record DealRow(
    long Id, string Number, long CustomerId, string Customer, DateOnly On, decimal Amount, DateOnly? DeliveryOn, string? Owner, string? Product,
    long? OpportunityId, int Ordinal, int? SalesDays)
{
    /// <summary>The customer's file is confidential.</summary>
    public bool IsConfidential { get; init; }
}
