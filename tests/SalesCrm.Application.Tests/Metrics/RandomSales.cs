using SalesCrm.Testing;

namespace SalesCrm.Application.Tests.Metrics;

/// <summary>Histories that no one would think of, the same for the same seed.</summary>
internal static class RandomSales
{
    private static readonly string[] Sellers = [World.Manager.Name, World.Rep.Name, World.Rep2.Name, World.Manager2.Name, World.Rep3.Name];
    private static readonly string?[] Sources = ["展会", "官网", "转介绍", "陌拜", null];

    internal static SalesFacts Facts(int seed, int customers = 30, int opportunities = 200)
    {
        var random = new Random(seed);
        var facts = new SalesFacts();
        for (var i = 0; i < 60; i++)
        {
            facts.Leads.Add(new LeadFact(Any(Sellers), Any(Sources), Day(2)));
        }

        for (var i = 0; i < opportunities; i++)
        {
            var (number, owner, customer) = ($"XS{random.Next(1_000_000):000000}{i}", Any(Sellers), $"客户{random.Next(customers)}");
            DateOnly? identified = random.Next(8) == 0 ? null : Day(2);
            DateOnly? contacted = identified is { } day && random.Next(3) > 0 ? day.AddDays(random.Next(-20, 20)) : null;
            var end = (OpportunityEnd)random.Next(3);
            DateOnly? closed = end == OpportunityEnd.Open ? null : (identified ?? Day(2)).AddDays(random.Next(0, 200));
            facts.Opportunities.Add(new OpportunityFact(number, owner, customer, Any(Sources), identified, contacted, closed, end, random.Next(3) == 0));
            if (end == OpportunityEnd.Won && random.Next(10) > 0)
            {
                facts.Deals.Add(new DealFact(number, random.Next(5) == 0 ? Any(Sellers) : owner, customer, closed!.Value, random.Next(1, 9_999_999) / 100m, number));
            }
        }

        for (var i = 0; i < 40; i++)
        {
            facts.Deals.Add(new DealFact($"CJ{random.Next(1_000_000):000000}{i}", Any(Sellers), $"客户{random.Next(customers)}", Day(2), random.Next(1, 9_999_999) / 100m, null));
        }

        return facts;

        T Any<T>(T[] of) => of[random.Next(of.Length)];
        DateOnly Day(int years) => new DateOnly(2022, 7, 1).AddDays(random.Next(365 * years));
    }
}
