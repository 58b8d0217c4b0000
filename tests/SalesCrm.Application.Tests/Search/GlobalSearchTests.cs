using SalesCrm.Application.Leads;
using SalesCrm.Application.Search;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Texts;
using SalesCrm.Application.Tests.Customers;
using SalesCrm.Application.Tests.Visits;
using SalesCrm.Testing;

namespace SalesCrm.Application.Tests.Search;

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
    [InlineData("' OR 1=1--", 0, 0)]
    public async Task Finds_customers_and_contacts_by_part_of_name_number_and_phone(string typed, int customers, int contacts)
    {
        var input = await CustomerInputs.CompleteAsync(_database);
        await _database.With<SalesCrm.Application.Customers.CreateCustomer, Outcome<long>>(create => create.ExecuteAsync(input, World.Rep, CancellationToken.None));

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
    public async Task Masks_contact_data_for_who_has_no_part_in_the_customer()
    {
        var input = await CustomerInputs.CompleteAsync(_database);
        await _database.With<SalesCrm.Application.Customers.CreateCustomer, Outcome<long>>(create => create.ExecuteAsync(input, World.Rep, CancellationToken.None));

        Assert.Equal("13800005678", (await FindAsync("张三", World.Rep)).Contacts.Hits[0].Phone);
        Assert.Equal("13800005678", (await FindAsync("张三", World.Manager)).Contacts.Hits[0].Phone);
        Assert.Equal(("138****5678", "z***@x.com"), ((await FindAsync("张三", World.Admin)).Contacts.Hits[0].Phone, (await FindAsync("张三", World.Admin)).Contacts.Hits[0].Email));
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
