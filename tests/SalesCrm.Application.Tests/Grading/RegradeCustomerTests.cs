using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Deals;
using SalesCrm.Application.Grading;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Tests.Customers;
using SalesCrm.Testing;

namespace SalesCrm.Application.Tests.Grading;

public sealed class RegradeCustomerTests : IAsyncLifetime
{
    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.CreateAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task A_deal_grades_its_customer_in_the_same_save()
    {
        var id = await CustomerInputs.CreateAsync(_database, "甲公司");
        await DealAsync(id, "1万", new DateOnly(2022, 3, 1));
        await GradedCustomers.ChangeAsync(_database, id, customer => customer.IsDemandStable = true);

        await DealAsync(id, "30万", new DateOnly(2024, 3, 1));

        Assert.Equal(Grade.B, await GradedCustomers.GradeAsync(_database, id));
        var change = await _database.Read(db => db.GradeChanges.OrderByDescending(row => row.Id).FirstAsync());
        Assert.Equal("年采购额 30万 ≥ 20万，合作 2 年 1 个月，需求稳定", change.Reason);
    }

    [Fact]
    public async Task Deals_fall_out_of_the_twelve_months_by_the_nightly_run_alone()
    {
        var id = await CustomerInputs.CreateAsync(_database, "甲公司");
        await DealAsync(id, "30万", new DateOnly(2024, 3, 1));
        Assert.Equal(Grade.C, await GradedCustomers.GradeAsync(_database, id));

        _database.Clock.GoTo(2025, 2, 28);
        await GradedCustomers.RegradeAsync(_database);
        Assert.Equal((Grade.C, 300_000m), (await GradedCustomers.GradeAsync(_database, id), (await GradedCustomers.FindAsync(_database, id)).AnnualAmount));

        _database.Clock.GoTo(2025, 3, 1);
        await GradedCustomers.RegradeAsync(_database);
        var customer = await GradedCustomers.FindAsync(_database, id);
        Assert.Equal((Grade.D, 0m, new DateOnly(2025, 3, 1)), (customer.Grade, customer.AnnualAmount, customer.AsOf));
    }

    private async Task DealAsync(long customerId, string amount, DateOnly on)
    {
        var input = new RecordDeal.Input { CustomerId = customerId, Amount = amount, On = on, OperationId = Guid.NewGuid() };
        var outcome = await _database.With<RecordDeal, Outcome<long>>(record => record.ExecuteAsync(input, World.Rep, CancellationToken.None));
        Assert.True(outcome.IsDone, string.Join("; ", outcome.Problems.Select(problem => $"{problem.Property}: {problem.Message}")));
    }
}
