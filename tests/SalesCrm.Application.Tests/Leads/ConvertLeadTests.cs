using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Leads;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Tests.Customers;
using SalesCrm.Testing;

namespace SalesCrm.Application.Tests.Leads;

public sealed class ConvertLeadTests : IAsyncLifetime
{
    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.CreateAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Makes_customer_contact_and_opportunity_and_stays_counted()
    {
        var id = await LeadInputs.CreateAsync(_database, World.Rep);

        var made = (await ConvertAsync(id, World.Rep)).Value!;

        var customer = await _database.Read(db => db.Customers.Include(row => row.Contacts).SingleAsync(row => row.Id == made.CustomerId));
        Assert.Equal(("启明智能装备有限公司", World.Rep.UserId, 1), (customer.Name, customer.OwnerId, customer.OpenOpportunityCount));
        Assert.Equal(("顾总", "13905712266", true), (Assert.Single(customer.Contacts).Name, customer.Contacts.First().Mobile, customer.Contacts.First().IsPrimary));
        var opportunity = await _database.Read(db => db.Opportunities.SingleAsync(row => row.Id == made.OpportunityId));
        Assert.Equal((true, customer.Id, 10, 8, 7), (opportunity.CameFromLead, opportunity.CustomerId, opportunity.BudgetScore, opportunity.UrgencyScore, opportunity.AuthorityScore));
        Assert.Equal(customer.SourceId, opportunity.SourceId);
        var card = (await LeadInputs.CardAsync(_database, id, World.Rep))!;
        Assert.Equal((LeadStatus.Converted, "启明智能装备有限公司", "产线项目"), (card.Status, card.Customer, card.Opportunity));
        Assert.Equal(1, await _database.Read(db => db.Leads.CountAsync()));
    }

    [Theory]
    [InlineData("需要采购20套办公软件，预算5万", "50000")]
    [InlineData("产线数据采集", null)]
    public async Task A_budget_that_the_need_names_is_offered_as_the_amount(string need, string? amount)
    {
        var input = await LeadInputs.CompleteAsync(_database);
        input.Need = need;
        var id = (await LeadInputs.CreateAsync(_database, input, World.Rep)).Value;

        Assert.Equal(amount, (await LeadInputs.CardAsync(_database, id, World.Rep))!.ToConversion("采购").Amount);
    }

    [Fact]
    public async Task Twenty_at_once_make_one_customer_and_one_opportunity()
    {
        var id = await LeadInputs.CreateAsync(_database, World.Rep);
        var input = await InputAsync(id, World.Rep);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => ConvertAsync(id, World.Rep, input))));

        Assert.All(answers, answer => Assert.True(answer.IsDone));
        Assert.Single(answers.Select(answer => answer.Value).Distinct());
        Assert.Equal((1, 1, 1), await _database.Read(async db => (await db.Customers.CountAsync(), await db.Opportunities.CountAsync(), await db.Contacts.CountAsync())));
    }

    [Fact]
    public async Task A_rep_cannot_convert_what_misses_a_threshold()
    {
        var id = await LeadInputs.CreateAsync(_database, World.Rep, 10, 8, 6);

        var refused = await ConvertAsync(id, World.Rep);

        Assert.Equal((OutcomeKind.Forbidden, "还不能转化：决策权限差 1 分"), (refused.Kind, refused.Problems[0].Message.ToString()));
        Assert.False((await LeadInputs.CardAsync(_database, id, World.Rep))!.MayConvert);
        Assert.Equal(0, await _database.Read(db => db.Customers.CountAsync()));
    }

    [Fact]
    public async Task A_manager_may_let_it_pass_with_a_reason()
    {
        var id = await LeadInputs.CreateAsync(_database, World.Rep, 10, 8, 6);
        var input = await InputAsync(id, World.Manager);

        Assert.Equal("OverrideReason", (await ConvertAsync(id, World.Manager, input)).Problems[0].Property);
        Assert.True((await ConvertAsync(id, World.Manager, input with { OverrideReason = "老板认识对方" })).IsDone);

        var lead = await LeadInputs.FindAsync(_database, id);
        Assert.Equal((LeadStatus.Converted, "老板认识对方"), (lead.Status, lead.OverrideReason));
        Assert.Equal(World.Rep.UserId, await _database.Read(db => db.Customers.Select(customer => customer.OwnerId).SingleAsync()));
    }

    [Fact]
    public async Task Opens_the_opportunity_on_the_customer_who_is_there_already()
    {
        var known = await CustomerInputs.CreateAsync(_database, "启明智能装备", World.Rep);
        var id = await LeadInputs.CreateAsync(_database, World.Rep);
        var input = await InputAsync(id, World.Rep);

        Assert.Equal("DuplicateReason", (await ConvertAsync(id, World.Rep, input)).Problems[0].Property);
        var made = (await ConvertAsync(id, World.Rep, input with { CustomerId = known })).Value!;

        Assert.Equal(known, made.CustomerId);
        Assert.Equal(1, await _database.Read(db => db.Customers.CountAsync()));
        Assert.True(await _database.Read(db => db.Contacts.AnyAsync(contact => contact.CustomerId == known && contact.Name == "顾总" && !contact.IsPrimary)));
    }

    [Fact]
    public async Task A_customer_outside_the_scope_cannot_be_chosen()
    {
        var foreign = await CustomerInputs.CreateAsync(_database, "启明智能装备", World.Rep3);
        var id = await LeadInputs.CreateAsync(_database, World.Rep);
        var input = await InputAsync(id, World.Rep);

        Assert.Equal("CustomerId", (await ConvertAsync(id, World.Rep, input with { CustomerId = foreign })).Problems[0].Property);
        Assert.True((await ConvertAsync(id, World.Rep, input with { DuplicateReason = "另一家子公司" })).IsDone);
        Assert.Equal(OutcomeKind.NotFound, (await ConvertAsync(id, World.Rep2, input)).Kind);
    }

    [Fact]
    public async Task A_refused_conversion_changes_nothing()
    {
        var id = await LeadInputs.CreateAsync(_database, World.Rep);
        var input = await InputAsync(id, World.Rep);

        Assert.Equal("OpportunityName", (await ConvertAsync(id, World.Rep, input with { OpportunityName = "" })).Problems[0].Property);
        Assert.Equal("Person", (await ConvertAsync(id, World.Rep, input with { Person = null })).Problems[0].Property);
        Assert.Equal("Phone", (await ConvertAsync(id, World.Rep, input with { Phone = null })).Problems[0].Property);
        Assert.Equal("Amount", (await ConvertAsync(id, World.Rep, input with { Amount = "很多" })).Problems[0].Property);
        Assert.Equal((0, 0), await _database.Read(async db => (await db.Customers.CountAsync(), await db.Opportunities.CountAsync())));
        Assert.Equal(LeadStatus.Qualified, (await LeadInputs.FindAsync(_database, id)).Status);
    }

    private async Task<LeadConversionInput> InputAsync(long id, Actor actor) => (await LeadInputs.CardAsync(_database, id, actor))!.ToConversion("产线项目");

    private async Task<Outcome<ConvertLead.Made>> ConvertAsync(long id, Actor actor, LeadConversionInput? input = null)
    {
        input ??= await InputAsync(id, actor);
        return await _database.With<ConvertLead, Outcome<ConvertLead.Made>>(convert => convert.ExecuteAsync(id, input, actor, CancellationToken.None));
    }
}
