using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;

namespace SalesCrm.Application.Deals;

/// <summary>A deal as its forms show it.</summary>
public sealed class DealForm(CrmDbContext db)
{
    /// <param name="Number">The deal's number.</param>
    /// <param name="CustomerId">The customer.</param>
    /// <param name="Customer">His name.</param>
    /// <param name="IsConfidential">His file is confidential.</param>
    /// <param name="Input">The deal as the form shows it.</param>
    public sealed record Filled(string Number, long CustomerId, string Customer, bool IsConfidential, EditDeal.Input Input);

    /// <summary>The deal for its edit form; null when it does not exist for this actor.</summary>
    public async Task<Filled?> FindAsync(long id, Actor actor, CancellationToken cancellationToken)
    {
        var deal = await db.DealsEditedBy(actor).AsNoTracking().Include(row => row.Customer).SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
        return deal is null ? null : new(deal.Number, deal.CustomerId, deal.Customer!.Name, deal.Customer.ConfidentialAt != null, new EditDeal.Input
        {
            On = deal.On,
            Amount = Typed(deal.Amount),
            Cost = actor.SeesCosts ? Typed(deal.Cost) : null,
            DeliveryOn = deal.DeliveryOn,
            OwnerId = deal.OwnerId,
            ProductId = deal.ProductId,
            Channel = deal.Channel,
            Remark = deal.Remark,
            Version = deal.Version,
        });
    }

    /// <summary>The name of a customer on whom the actor may record a deal; null for any other.</summary>
    public Task<string?> CustomerAsync(long id, Actor actor, CancellationToken cancellationToken)
        => db.CustomersWorkedBy(actor).Where(customer => customer.Id == id && customer.ArchivedAt == null).Select(customer => customer.Name).SingleOrDefaultAsync(cancellationToken);

    internal static string? Typed(decimal? money) => money?.ToString("0.##", CultureInfo.InvariantCulture);
}
