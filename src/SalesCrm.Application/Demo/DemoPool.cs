using SalesCrm.Application.Customers;
using SalesCrm.Application.Customers.Pool;
using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Application.Demo;

/// <summary>
/// What became of a customer whom nobody has followed up for too long: a third fell into the public pool, a third falls within days, and a third was given to
/// somebody anew. It takes nothing from the sequence of chance.
/// </summary>
internal static class DemoPool
{
    /// <summary>Every so many of those that fall soon were deferred before.</summary>
    private const int Deferred = 5;

    /// <summary>The rules as every database begins with them, in force from today.</summary>
    public static PoolRules Rules(DateOnly today) => PoolRules.Default with { NotBefore = today };

    public static void Place(DemoSetting setting, DemoCounters counters, DemoBatch batch, Customer customer)
    {
        var rules = Rules(setting.Today);
        var touched = setting.Clock.DateOf(customer.LastFollowUpAt is { } at && at > customer.HeldSince ? at : customer.HeldSince);
        if (customer.OpenOpportunityCount > 0 || rules.DaysOf(customer.Grade) is not { } days || touched.AddDays(days) is var falls && falls > setting.Today.AddDays(FallingCustomers.Ahead))
        {
            return;
        }

        var late = counters.Neglected++;
        switch (late % 3)
        {
            case 0:
                var on = falls > setting.Today ? setting.Today.AddDays(-1) : falls < setting.Today.AddDays(-40) ? setting.Today.AddDays(-(late % 40) - 1) : falls;
                Fall(setting, counters, batch, customer, rules, on);
                break;
            case 1 when late % (Deferred * 3) == 1:
                customer.With(nameof(Customer.HeldSince), At(setting, setting.Today.AddDays(-days - rules.DeferDays + 3)));
                customer.Defer(setting.Today.AddDays(3), "采购负责人休假，约好月底再谈");
                break;
            case 1:
                customer.With(nameof(Customer.HeldSince), At(setting, setting.Today.AddDays(1 + (late % 6) - days)));
                break;
            default:
                customer.With(nameof(Customer.HeldSince), At(setting, setting.Today.AddDays(-days / 2)));
                break;
        }
    }

    private static void Fall(DemoSetting setting, DemoCounters counters, DemoBatch batch, Customer customer, PoolRules rules, DateOnly on)
    {
        var at = setting.Clock.UtcOf(on, new TimeOnly(2, 10));
        batch.PoolMoves.Add(new PoolMove
        {
            CustomerId = customer.Id,
            Kind = PoolMoveKind.Fell,
            At = at,
            FromId = customer.OwnerId,
            Rule = StoredText.Write(rules.Words(customer.Grade)),
            OperationId = Guid.NewGuid(),
        }.With("Id", ++counters.PoolMove));
        customer.With(nameof(Customer.FormerOwnerId), customer.OwnerId).With(nameof(Customer.HeldSince), at).AssignTo(null);
    }

    /// <summary>In the night, so that this is the first day that counts.</summary>
    private static DateTime At(DemoSetting setting, DateOnly day) => setting.Clock.UtcOf(day, new TimeOnly(0, 30));
}
