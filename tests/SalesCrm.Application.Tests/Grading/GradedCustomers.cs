using SalesCrm.Application.Customers;
using SalesCrm.Application.Database;
using SalesCrm.Application.Grading;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Tests.Customers;
using SalesCrm.Testing;

namespace SalesCrm.Application.Tests.Grading;

/// <summary>Customers with the figures that deals and visits would give them.</summary>
internal static class GradedCustomers
{
    /// <summary>A buyer since so many months before the test's today, 2024-04-01.</summary>
    public static async Task<long> BuyerAsync(TestDatabase database, decimal amount, int months, ReferralPotential? referral = null, bool? stable = null, Actor? owner = null)
    {
        var id = await CustomerInputs.CreateAsync(database, $"客户{Guid.NewGuid():N}", owner);
        await ChangeAsync(database, id, customer =>
        {
            (customer.AnnualAmount, customer.FirstDealOn, customer.LastDealOn, customer.DealCount) = (amount, Rules.Today.AddMonths(-months), Rules.Today, 1);
            (customer.ReferralPotential, customer.IsDemandStable) = (referral, stable);

            // Far ahead, so that no nightly run computes the figures anew from deals that are not there.
            customer.AsOf = Rules.Today.AddYears(10);
        });
        return id;
    }

    public static Task ChangeAsync(TestDatabase database, long id, Action<Customer> change) => database.With<CrmDbContext>(async db =>
    {
        change((await db.Customers.FindAsync(id))!);
        await db.SaveAsync(Actor.System, CancellationToken.None);
    });

    public static Task<Customer> FindAsync(TestDatabase database, long id) => database.Read(async db => (await db.Customers.FindAsync(id))!);

    public static async Task<Grade> GradeAsync(TestDatabase database, long id) => (await FindAsync(database, id)).Grade;

    public static async Task<RegradeCustomers.Result> RegradeAsync(TestDatabase database, Actor? actor = null)
    {
        var outcome = await database.With<RegradeCustomers, Outcome<RegradeCustomers.Result>>(regrade => regrade.ExecuteAsync(actor ?? World.Admin, CancellationToken.None));
        Assert.True(outcome.IsDone);
        return outcome.Value!;
    }

    public static Task<GradeCardView?> CardAsync(TestDatabase database, long id, Actor actor)
        => database.With<GradeCard, GradeCardView?>(card => card.FindAsync(id, actor, CancellationToken.None));
}
