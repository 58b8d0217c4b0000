using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Shared;
using SalesCrm.Testing;

namespace SalesCrm.Application.Tests.Opportunities;

public sealed class CreateOpportunityTests
{
    [Fact]
    public async Task The_first_of_a_day_carries_the_day_and_the_second_a_sequence()
    {
        await using var database = await TestDatabase.CreateAsync();
        database.Clock.GoTo(2024, 3, 1);
        var customer = await database.HasCustomerAsync("青禾食品", World.Rep);
        var first = await database.OpportunityAsync(await database.HasOpportunityAsync(customer, World.Rep));
        var second = await database.OpportunityAsync(await database.HasOpportunityAsync(customer, World.Rep));
        Assert.Equal(["XS20240301", "XS20240301-02"], [first.Number, second.Number]);
        Assert.Equal(new DateOnly(2024, 3, 8), first.StageDueOn);
        Assert.Equal(new DateOnly(2024, 3, 1), first.IdentifiedOn);
        Assert.Equal(2, (await database.CustomerAsync(customer)).OpenOpportunityCount);
    }

    [Fact]
    public async Task The_day_is_that_of_the_company_not_of_utc()
    {
        await using var database = await TestDatabase.CreateAsync();
        database.Clock.Now = new DateTimeOffset(2024, 2, 29, 17, 0, 0, TimeSpan.Zero);
        var customer = await database.HasCustomerAsync("青禾食品", World.Rep);
        Assert.Equal("XS20240301", (await database.OpportunityAsync(await database.HasOpportunityAsync(customer, World.Rep))).Number);
    }

    [Fact]
    public async Task Steps_past_numbers_that_an_import_brought()
    {
        await using var database = await TestDatabase.CreateAsync();
        database.Clock.GoTo(2024, 3, 1);
        var customer = await database.HasCustomerAsync("青禾食品", World.Rep);
        await database.Read(async db =>
        {
            db.Opportunities.Add(new Opportunity("XS20240301", await db.Customers.SingleAsync(row => row.Id == customer), World.Rep.UserId, null, db.Now) { Name = "导入" });
            await db.SaveAsync(Actor.System, CancellationToken.None);
            return 0;
        });
        Assert.Equal("XS20240301-02", (await database.OpportunityAsync(await database.HasOpportunityAsync(customer, World.Rep))).Number);
    }

    [Fact]
    public async Task Twenty_at_once_get_twenty_numbers()
    {
        await using var database = await TestDatabase.CreateAsync();
        database.Clock.GoTo(2024, 3, 1);
        var customer = await database.HasCustomerAsync("青禾食品", World.Rep);
        await database.HasOpportunityAsync(customer, World.Rep);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => database.HasOpportunityAsync(customer, World.Rep))));
        var numbers = await database.Read(db => db.Opportunities.Select(row => row.Number).ToListAsync());
        Assert.Equal(21, numbers.Distinct().Count());
        Assert.Contains("XS20240301-21", numbers);
    }

    [Fact]
    public async Task The_same_form_twice_makes_one()
    {
        await using var database = await TestDatabase.CreateAsync();
        var customer = await database.HasCustomerAsync("青禾食品", World.Rep);
        var form = Guid.NewGuid();
        var first = await database.HasOpportunityAsync(customer, World.Rep, input => input.OperationId = form);
        var second = await database.HasOpportunityAsync(customer, World.Rep, input => input.OperationId = form);
        Assert.Equal(first, second);
        Assert.Equal(1, await database.Read(db => db.Opportunities.CountAsync()));
    }

    [Fact]
    public async Task Refuses_the_customer_of_another_rep()
    {
        await using var database = await TestDatabase.CreateAsync();
        var customer = await database.HasCustomerAsync("岭南禾味", World.Rep3);
        var outcome = await database.With<CreateOpportunity, Outcome<long>>(u => u.ExecuteAsync(new() { CustomerId = customer, SourceId = 1, Name = "试点" }, World.Rep, CancellationToken.None));
        Assert.Equal("CustomerId", Assert.Single(outcome.Problems).Property);
        Assert.Equal(0, await database.Read(db => db.Opportunities.CountAsync()));
    }

    [Fact]
    public async Task An_owner_who_does_not_own_the_customer_gets_in()
    {
        await using var database = await TestDatabase.CreateAsync();
        var customer = await database.HasCustomerAsync("青禾食品", World.Rep);
        await database.HasOpportunityAsync(customer, World.Manager, input => input.OwnerId = World.Rep2.UserId);
        var member = await database.Read(db => db.CustomerMembers.SingleAsync(row => row.CustomerId == customer));
        Assert.Equal((World.Rep2.UserId, MemberAccess.Involved), (member.UserId, member.Access));
    }

    [Theory]
    [InlineData("12e5", "Amount")]
    [InlineData("-5", "Amount")]
    public async Task Names_all_that_is_wrong_at_once(string amount, string field)
    {
        await using var database = await TestDatabase.CreateAsync();
        var customer = await database.HasCustomerAsync("青禾食品", World.Rep);
        var outcome = await database.With<CreateOpportunity, Outcome<long>>(u => u.ExecuteAsync(new() { CustomerId = customer, Name = "试点", Amount = amount }, World.Rep, CancellationToken.None));
        Assert.Equal([nameof(CreateOpportunity.Input.SourceId), field], outcome.Problems.Select(problem => problem.Property));
    }
}
