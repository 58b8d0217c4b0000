using SalesCrm.Application.Customers;
using SalesCrm.Application.Leads;
using SalesCrm.Application.Lookups;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Texts;
using SalesCrm.Application.Tests.Customers;
using SalesCrm.Application.Tests.Visits;
using SalesCrm.Testing;

namespace SalesCrm.Application.Tests.Lookups;

public sealed class GlobalSearchTests : IAsyncLifetime
{
    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.CreateAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Theory]
    [InlineData("澜图", 1, 0)]
    [InlineData("瀾圖科技", 1, 0)]
    [InlineData("ＫＨ2024", 1, 0)]
    [InlineData("张三", 0, 1)]
    [InlineData("張三", 0, 1)]
    [InlineData("0000567", 0, 1)]
    [InlineData("+86 138-0000-5678", 0, 1)]
    [InlineData("_", 0, 0)]
    [InlineData("\U0010FFFF", 0, 0)]
    [InlineData("' OR 1=1--", 0, 0)]
    public async Task Finds_customers_and_contacts_by_part_of_name_number_and_phone(string typed, int customers, int contacts)
    {
        var input = await CustomerInputs.CompleteAsync(_database);
        await _database.With<CreateCustomer, Outcome<long>>(create => create.ExecuteAsync(input, World.Rep, CancellationToken.None));

        var found = await FindAsync(typed, World.Rep);

        Assert.Equal((customers, contacts), (found.Customers.Total, found.Contacts.Total));
        Assert.Equal(0, (await FindAsync(typed, World.Rep3)).Total);
        Assert.Equal(0, (await FindAsync(typed, World.Support)).Total);
    }

    [Fact]
    public async Task Finds_opportunities_leads_and_past_follow_ups_within_the_scope()
    {
        var id = await _database.CustomerOfAsync("澜图科技");
        await _database.OpportunityAsync(id, World.Rep);
        await AddLeadAsync("数据中台咨询公司", World.Rep.UserId);
        await _database.RecordedAsync(Log.Call(id, new DateTime(2023, 5, 5, 9, 0, 0), "想看数据中台的交付周期"));

        var found = await FindAsync("数据中台", World.Rep);

        Assert.Equal((1, 1, 1), (found.Opportunities.Total, found.Leads.Total, found.Visits.Total));
        Assert.Equal(("数据中台", "澜图科技"), (found.Visits.Hits[0].Hit!.Hit, found.Visits.Hits[0].Customer));
        Assert.Equal(3, (await FindAsync("数据中台", World.Manager)).Total);
        Assert.Equal(0, (await FindAsync("数据中台", World.Rep2)).Total);
        Assert.Equal(0, (await FindAsync("数据中台", World.Manager2)).Total);
    }

    [Fact]
    public async Task Shows_the_first_of_many_and_says_how_many_more_there_are()
    {
        for (var i = 0; i < 11; i++)
        {
            await _database.CustomerOfAsync($"青禾{i}号农场");
        }

        var found = await FindAsync("青禾", World.Rep);

        Assert.Equal((8, 3), (found.Customers.Hits.Count, found.Customers.More));
    }

    [Fact]
    public async Task M02_Masks_contact_data_for_who_only_has_an_opportunity_there()
    {
        var input = await CustomerInputs.CompleteAsync(_database);
        var created = await _database.With<CreateCustomer, Outcome<long>>(create => create.ExecuteAsync(input, World.Rep, CancellationToken.None));
        await _database.HasOpportunityAsync(created.Value, World.Manager, opportunity => opportunity.OwnerId = World.Rep2.UserId);

        foreach (var (reader, phone, email) in new[] { (World.Rep, "13800005678", "zhangsan@x.com"), (World.Manager, "13800005678", "zhangsan@x.com"), (World.Admin, "13800005678", "zhangsan@x.com"), (World.Rep2, "138****5678", "z***@x.com") })
        {
            var hit = (await FindAsync("张三", reader)).Contacts.Hits[0];
            var card = (await _database.With<CustomerDetails, CustomerDetails.CustomerCard?>(details => details.FindAsync(created.Value, reader, CancellationToken.None)))!;
            Assert.Equal((phone, email), (hit.Phone, hit.Email));
            Assert.Equal((phone, email), (card.Contacts[0].Mobile ?? card.Contacts[0].Phone, card.Contacts[0].Email));
        }
    }

    private Task AddLeadAsync(string company, long owner) => _database.Read(async db =>
    {
        db.Add(new Lead { Company = company, CompanyKey = NameKey.OfCompany(company), OwnerId = owner, CreatedOn = new DateOnly(2024, 4, 1), CreatedAt = db.Now });
        await db.SaveAsync(World.Admin, CancellationToken.None);
        return 0;
    });

    private Task<GlobalSearch.Found> FindAsync(string typed, Actor actor)
        => _database.With<GlobalSearch, GlobalSearch.Found>(search => search.FindAsync(typed, 8, true, actor, CancellationToken.None));
}
