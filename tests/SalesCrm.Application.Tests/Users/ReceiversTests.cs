using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers.Pool;
using SalesCrm.Application.Leads;
using SalesCrm.Application.Leads.Assignment;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Users;
using SalesCrm.Testing;

namespace SalesCrm.Application.Tests.Users;

/// <summary>Whoever never had a password, as people whom an import brought, is given nothing that he could not accept.</summary>
public sealed class ReceiversTests : IAsyncLifetime
{
    private TestDatabase _database = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        await _database.Read(db => db.Users.Where(user => user.Id == World.Rep2.UserId).ExecuteUpdateAsync(set => set.SetProperty(user => user.PasswordHash, (string?)null)));
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Without_a_password_nobody_is_offered_leads_or_customers_of_the_pool()
    {
        var leads = await _database.With<LeadOwners, IReadOnlyList<People.Person>>(owners => owners.ReadAsync(World.Manager, CancellationToken.None));
        var customers = await _database.With<People, IReadOnlyList<People.Person>>(people => people.ReceiversAsync(World.Manager, CancellationToken.None));

        Assert.All([leads, customers], offered => Assert.Equal((true, false), (offered.Any(person => person.Id == World.Rep.UserId), offered.Any(person => person.Id == World.Rep2.UserId))));
    }

    [Fact]
    public async Task Without_a_password_nobody_is_given_leads_or_customers_of_the_pool()
    {
        var lead = await _database.Read(async db =>
        {
            var lead = db.Leads.Add(new Lead { Company = "甲", CompanyKey = "甲", OwnerId = World.Rep.UserId }).Entity;
            await db.SaveAsync(World.Admin, CancellationToken.None);
            return lead;
        });

        var assigned = await _database.With<AssignLead, Outcome>(assign => assign.ExecuteAsync(lead.Id, new() { OwnerId = World.Rep2.UserId, Version = lead.Version }, World.Manager, CancellationToken.None));
        var pooled = await _database.With<AssignFromPool, Outcome<AssignFromPool.Result>>(assign => assign.ExecuteAsync(new() { Ids = [1], OwnerId = World.Rep2.UserId }, World.Manager, CancellationToken.None));

        Assert.Equal(["请选择所管团队的销售或经理"], assigned.Problems.Select(problem => problem.Message.ToString()));
        Assert.Equal(["请选择所管团队的销售或经理"], pooled.Problems.Select(problem => problem.Message.ToString()));
    }

    [Fact]
    public async Task A_rule_that_names_somebody_without_a_password_has_nobody()
    {
        await _database.Read(async db =>
        {
            db.AssignmentRules.Add(new AssignmentRule { Province = "江苏", UserId = World.Rep2.UserId });
            await db.SaveAsync(World.Admin, CancellationToken.None);
            return 0;
        });

        var view = await _database.With<AssignmentRules, AssignmentRules.View>(rules => rules.ReadAsync(World.Admin, CancellationToken.None));

        Assert.True(Assert.Single(view.Rules, rule => rule.Province == "江苏").HasNobody);
        Assert.Null(await _database.Read(async db => (await Distribution.ReadAsync(db, CancellationToken.None)).OwnerFor("江苏", null)));
    }
}
