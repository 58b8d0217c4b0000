using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Database;
using SalesCrm.Application.Grading;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Visits;
using SalesCrm.Testing;
using static SalesCrm.Application.Customers.ReferralPotential;

namespace SalesCrm.Application.Tests.Grading;

public sealed class RegradeCustomersTests : IAsyncLifetime
{
    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.CreateAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Keeps_old_new_reason_and_version_of_every_change()
    {
        var id = await GradedCustomers.BuyerAsync(_database, 520_000, 24, High, true);

        var result = await GradedCustomers.RegradeAsync(_database);

        Assert.Equal(new RegradeCustomers.Result(1, 1, 0), result);
        var change = await _database.Read(db => db.GradeChanges.SingleAsync());
        Assert.Equal((id, Grade.D, Grade.A, 1), (change.CustomerId, change.From, change.To, change.PolicyRevision));
        Assert.StartsWith("年采购额 52万 ≥ 50万", change.Reason, StringComparison.Ordinal);
        var audit = await _database.Read(db => db.AuditEntries.OrderBy(entry => entry.Id).LastAsync());
        Assert.Equal(("Customer", id), (audit.Subject, audit.SubjectId));
        Assert.Contains("\"Grade\":[4,1]", audit.Changes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changes_nothing_the_second_time()
    {
        var id = await GradedCustomers.BuyerAsync(_database, 520_000, 24, High, true);
        await GradedCustomers.RegradeAsync(_database);
        var version = (await GradedCustomers.FindAsync(_database, id)).Version;

        var again = await GradedCustomers.RegradeAsync(_database);

        Assert.Equal(new RegradeCustomers.Result(1, 0, 0), again);
        Assert.Equal(version, (await GradedCustomers.FindAsync(_database, id)).Version);
        Assert.Equal(1, await _database.Read(db => db.GradeChanges.CountAsync()));
    }

    [Fact]
    public async Task Lowers_a_buyer_who_fell_silent_and_not_one_who_talks()
    {
        var silent = await GradedCustomers.BuyerAsync(_database, 0, 30);
        var talking = await GradedCustomers.BuyerAsync(_database, 0, 30);
        foreach (var id in new[] { silent, talking })
        {
            await GradedCustomers.ChangeAsync(_database, id, customer => customer.LastDealOn = new DateOnly(2023, 3, 1));
        }

        await VisitAsync(silent, 2, new DateOnly(2024, 1, 10));
        await VisitAsync(silent, 5, new DateOnly(2023, 3, 20));
        await VisitAsync(talking, 3, new DateOnly(2024, 1, 10));

        await GradedCustomers.RegradeAsync(_database);

        Assert.Equal((Grade.D, Grade.C), (await GradedCustomers.GradeAsync(_database, silent), await GradedCustomers.GradeAsync(_database, talking)));
    }

    [Fact]
    public async Task A_manager_grades_his_own_side_only_and_a_rep_none()
    {
        var east = await GradedCustomers.BuyerAsync(_database, 300_000, 24, null, true, World.Rep);
        var south = await GradedCustomers.BuyerAsync(_database, 300_000, 24, null, true, World.Rep3);

        Assert.Equal(1, (await GradedCustomers.RegradeAsync(_database, World.Manager)).Customers);
        var refused = await _database.With<RegradeCustomers, Outcome<RegradeCustomers.Result>>(regrade => regrade.ExecuteAsync(World.Rep3, CancellationToken.None));

        Assert.Equal(OutcomeKind.Forbidden, refused.Kind);
        Assert.Equal((Grade.B, Grade.D), (await GradedCustomers.GradeAsync(_database, east), await GradedCustomers.GradeAsync(_database, south)));
    }

    [Fact]
    public async Task Grades_every_customer_across_batches()
    {
        const int count = (2 * RegradeCustomers.BatchSize) + 17;
        await _database.With<CrmDbContext>(db => db.InTransactionAsync(Actor.System, async token =>
        {
            for (var i = 0; i < count; i++)
            {
                var customer = new Customer($"KH{i}", _database.Clock.Now.UtcDateTime, null) { FirstDealOn = new(2020, 1, 1), LastDealOn = Rules.Today, AnnualAmount = i };
                customer.Rename($"客户{i}", $"客户{i}");
                db.Customers.Add(customer);
            }

            await db.SaveChangesAsync(token);
            return 0;
        }, CancellationToken.None));

        Assert.Equal(new RegradeCustomers.Result(count, count, 0), await GradedCustomers.RegradeAsync(_database));
        Assert.Equal(count, await _database.Read(db => db.Customers.CountAsync(customer => customer.Grade == Grade.C)));
        Assert.Equal(count, await _database.Read(db => db.GradeChanges.CountAsync()));
    }

    [Fact]
    public async Task The_nightly_run_happens_once_a_day_however_many_ask()
    {
        await GradedCustomers.BuyerAsync(_database, 300_000, 24, null, true);

        var runs = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => NightAsync()));
        Assert.Single(runs, run => run is not null);
        Assert.Null(await NightAsync());

        _database.Clock.GoTo(2024, 4, 2);
        Assert.NotNull(await NightAsync());
    }

    private Task<RegradeCustomers.Result?> NightAsync() => _database.With<NightlyGrading, RegradeCustomers.Result?>(night => night.RunIfDueAsync(CancellationToken.None));

    private Task VisitAsync(long customerId, int times, DateOnly on) => _database.With<CrmDbContext>(async db =>
    {
        db.Visits.AddRange(Enumerable.Range(0, times).Select(_ => new Visit
        {
            CustomerId = customerId,
            At = on.ToDateTime(new TimeOnly(2, 0), DateTimeKind.Utc),
            On = on,
            Method = VisitMethod.Call,
            VisitorId = World.Rep.UserId,
            CreatedAt = _database.Clock.Now.UtcDateTime,
        }));
        await db.SaveAsync(Actor.System, CancellationToken.None);
    });
}
