using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Exports;
using SalesCrm.Application.Fields;
using SalesCrm.Application.Filters;
using SalesCrm.Application.Grading;
using SalesCrm.Application.Leads;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Segments;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Paging;
using SalesCrm.Application.Tests.Fields;
using SalesCrm.Testing;

namespace SalesCrm.Application.Tests.Segments;

public sealed class SegmentTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private long _it;

    private DateOnly Today => DateOnly.FromDateTime(_database.Clock.GetUtcNow().UtcDateTime);

    private CustomerFilter Sleeping => new() { Conditions = ConditionSet.Of([$"industry.in.{_it}", "grade.in.B", "lastDeal.before.-90d"]) };

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _it = await _database.Read(db => db.Dictionary.Where(word => word.Name == "IT服务").Select(word => word.Id).SingleAsync());
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task I03_A_segment_counts_lists_and_exports_the_same_customers_at_this_moment()
    {
        foreach (var (name, grade, days, province) in new[] { ("沉睡甲", Grade.B, 200, "江苏"), ("沉睡乙", Grade.B, 91, "江苏"), ("沉睡丙", Grade.B, 120, ""), ("刚买过", Grade.B, 89, "江苏"), ("大客户", Grade.A, 200, "江苏") })
        {
            await AddAsync(name, World.Rep, grade, days, province);
        }

        await AddAsync("别家的", World.Rep3, Grade.B, 200, "广东");
        foreach (var (actor, expected) in new[] { (World.Rep, 3), (World.Manager, 3), (World.Boss, 4), (World.Rep3, 1), (World.Rep2, 0) })
        {
            Assert.Equal([expected], await CountAsync(actor, Sleeping));
            Assert.Equal(expected, (await PortraitAsync(Sleeping, actor)).Total);
            Assert.Equal(expected, (await _database.With<CustomerList, Page<CustomerList.CustomerRow>>(list => list.ReadAsync(Sleeping, new PageRequest(), actor, CancellationToken.None))).Total);
            Assert.Equal(expected, (await _database.With<ExportList, Outcome<Export>>(export => export.CustomersAsync(Sleeping, "回访", actor, CancellationToken.None))).Value!.Rows);
        }

        await _database.Read(db => db.Customers.Where(customer => customer.Name == "沉睡甲").ExecuteUpdateAsync(set => set.SetProperty(customer => customer.LastDealOn, Today)));
        Assert.Equal([2], await CountAsync(World.Rep, Sleeping));
    }

    [Fact]
    public async Task The_portrait_groups_by_industry_size_and_region_and_each_group_opens_as_a_list_of_so_many()
    {
        foreach (var (name, province) in new[] { ("一", "江苏"), ("二", "江苏"), ("三", ""), ("四", "上海") })
        {
            await AddAsync(name, World.Rep, Grade.B, 100, province, annual: 1_000);
        }

        var portrait = await PortraitAsync(Sleeping, World.Rep);

        Assert.Equal((4, 4m, 4_000m), (portrait.Total, portrait.Figures.Single(figure => figure.Code == "buyers").Value, portrait.Figures.Single(figure => figure.Code == "annual").Value));
        var together = portrait.Splits[0].Lines;
        Assert.Equal((2, "IT服务", "江苏"), (together[0].Count, together[0].Labels[0].ToString(), together[0].Labels[2].ToString()));
        Assert.Equal(["江苏", null], portrait.Splits.Single(split => split.Title == "地区").Lines.Select(line => line.Labels[0]?.ToString()).Where(label => label != "上海"));
        foreach (var line in portrait.Splits.SelectMany(split => split.Lines))
        {
            var narrowed = Sleeping with { Conditions = new([.. Sleeping.Conditions!.Conditions, .. line.Conditions]) };
            Assert.Equal([line.Count], await CountAsync(World.Rep, narrowed));
        }
    }

    [Fact]
    public async Task Counts_of_all_lists_come_together_and_stop_where_they_are_told_to()
    {
        var size = await _database.AddFieldAsync(OwnFieldBook.Of("员工数", FieldType.Number));
        for (var at = 0; at < 4; at++)
        {
            await _database.AddCustomerAsync($"第{at}家", new() { [size] = at.ToString(System.Globalization.CultureInfo.InvariantCulture) });
        }

        await _database.Read(async db =>
        {
            db.Leads.Add(new Lead { Company = "线索", CompanyKey = "线索", OwnerId = World.Rep.UserId, CreatedOn = Today, CreatedAt = db.Now, Province = "江苏" });
            var customer = await db.Customers.FirstAsync();
            db.Opportunities.Add(new Opportunity("XS1", customer, World.Rep.UserId, Today, db.Now) { Name = "一期", Amount = 50_000 });
            await db.SaveAsync(World.Admin, CancellationToken.None);
            return 0;
        });
        IListFilter[] filters = [new CustomerFilter(), new CustomerFilter { Fields = FieldFilter.Of([KeyValuePair.Create<string, string?>($"f.{size}.from", "2")]) }, new LeadFilter(), new OpportunityFilter(), new CustomerFilter { Q = "第1家" }];

        Assert.Equal([4, 2, 1, 1, 1], await CountAsync(World.Rep, filters));
        Assert.Equal([3, 2, 1, 1, 1], await _database.With<FilterCounts, IReadOnlyList<int>>(counts => counts.OfAsync(filters, 2, World.Rep, CancellationToken.None)));
        Assert.Equal([0, 0, 0, 0, 0], await CountAsync(World.Rep3, filters));
        Assert.Equal("江苏", (await PortraitAsync(new LeadFilter(), World.Rep)).Splits.Single(split => split.Title == "地区").Lines.Single().Labels[0].ToString());
        var opportunities = await PortraitAsync(new OpportunityFilter(), World.Manager);
        Assert.Equal((1, 50_000m), (opportunities.Total, opportunities.Figures.Single().Value));
    }

    [Fact]
    public async Task A_confidential_customer_is_in_no_count_and_no_portrait_of_whoever_may_not_see_it()
    {
        await AddAsync("公开的", World.Rep, Grade.B, 200, "江苏");
        await AddAsync("机密的", World.Rep, Grade.B, 200, "西藏");
        await _database.Read(async db =>
        {
            (await db.Customers.SingleAsync(customer => customer.Name == "机密的")).Close("并购谈判", db.Now);
            await db.SaveAsync(World.Rep, CancellationToken.None);
            return 0;
        });

        foreach (var (actor, expected) in new[] { (World.Rep, 2), (World.Manager, 2), (World.Admin, 1) })
        {
            var portrait = await PortraitAsync(Sleeping, actor);
            Assert.Equal((expected, expected == 2), (portrait.Total, portrait.Splits.SelectMany(split => split.Lines).Any(line => line.Labels.Any(label => label?.ToString() == "西藏"))));
            Assert.Equal([expected], await CountAsync(actor, Sleeping));
        }
    }

    private Task<IReadOnlyList<int>> CountAsync(Actor actor, params IListFilter[] filters)
        => _database.With<FilterCounts, IReadOnlyList<int>>(counts => counts.OfAsync(filters, Counting.MostOfTab, actor, CancellationToken.None));

    private Task<Portrait> PortraitAsync(IListFilter filter, Actor actor) => _database.With<SegmentPortrait, Portrait>(portraits => portraits.ReadAsync(filter, actor, CancellationToken.None));

    private async Task AddAsync(string name, Actor owner, Grade grade, int daysSinceDeal, string province, decimal annual = 0)
    {
        var id = await _database.AddCustomerAsync(name, [], owner);
        await _database.Read(async db =>
        {
            var customer = await db.Customers.SingleAsync(one => one.Id == id);
            customer.OverrideGradeWith(grade, "试", null, null);
            (customer.IndustryId, customer.LastDealOn, customer.DealCount, customer.AnnualAmount) = (_it, Today.AddDays(-daysSinceDeal), 1, annual);
            customer.Province = province.Length == 0 ? null : province;
            await db.SaveAsync(World.Admin, CancellationToken.None);
            return 0;
        });
    }
}
