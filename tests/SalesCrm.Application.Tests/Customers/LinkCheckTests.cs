using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers.Contacts;
using SalesCrm.Application.Database;
using SalesCrm.Application.Deals;
using SalesCrm.Application.Shared;
using SalesCrm.Testing;

namespace SalesCrm.Application.Tests.Customers;

public sealed class LinkCheckTests
{
    [Fact]
    public async Task Names_records_that_lead_into_another_customers_file()
    {
        await using var database = await TestDatabase.CreateAsync();
        var (one, other) = (await database.HasCustomerAsync("云启医疗", World.Rep), await database.HasCustomerAsync("远山物流", World.Rep));
        await database.LogAsync(one, World.Rep);
        var opportunity = await database.HasOpportunityAsync(one, World.Rep);
        var (visit, deal) = await database.Read(async db =>
        {
            var contact = new Contact { CustomerId = one, Name = "张三" };
            db.Add(contact);
            await db.SaveAsync(World.Rep, CancellationToken.None);
            var visit = await db.Visits.SingleAsync();
            (visit.ContactId, visit.OpportunityId) = (contact.Id, opportunity);
            var deal = new Deal { Number = "D1", CustomerId = one, OpportunityId = opportunity, On = new DateOnly(2024, 3, 1), Amount = 1 };
            db.Add(deal);
            await db.SaveAsync(World.Rep, CancellationToken.None);
            return (visit.Id, deal.Id);
        });
        Assert.Empty(await CheckAsync(database));

        await database.Read(async db =>
        {
            db.Entry(await db.Visits.SingleAsync()).Property(row => row.CustomerId).CurrentValue = other;
            db.Entry(await db.Deals.SingleAsync()).Property(row => row.CustomerId).CurrentValue = other;
            await db.SaveAsync(Actor.System, CancellationToken.None);
            return 0;
        });

        Assert.Equal(
            [$"Deal {deal} OpportunityId: leads into another customer's file", $"Visit {visit} ContactId: leads into another customer's file", $"Visit {visit} OpportunityId: leads into another customer's file"],
            (await CheckAsync(database)).Order(StringComparer.Ordinal));
    }

    private static Task<IReadOnlyList<string>> CheckAsync(TestDatabase database)
        => database.With<IEnumerable<IFigureCheck>, IReadOnlyList<string>>(checks => checks.Single(check => check.Name == "links").FindDifferencesAsync(CancellationToken.None));
}
