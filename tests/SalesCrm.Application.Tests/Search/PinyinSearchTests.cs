using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Competitors;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Customers.Contacts;
using SalesCrm.Application.Leads;
using SalesCrm.Application.Lookups;
using SalesCrm.Application.Search;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Paging;
using SalesCrm.Application.Shared.Texts;
using SalesCrm.Application.Tests.Customers;
using SalesCrm.Application.Tests.Visits;
using SalesCrm.Application.Visits;
using SalesCrm.Testing;

namespace SalesCrm.Application.Tests.Search;

public sealed class PinyinSearchTests : IAsyncLifetime
{
    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.CreateAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Finds_a_customer_by_every_way_of_typing_it()
    {
        var id = await _database.CustomerOfAsync("重庆长江银行设备有限公司");
        await _database.CustomerOfAsync("重新庆祝礼品商行");
        foreach (var typed in new[] { "chongqing", "ChongQing", "chong qing", "cq", "chongq", "cqing", "cqcj", "yinhang", "yh", "changjiang", "zhongqing", "cqcjyhsb", "chongqingchangjiangyinhangshebei", "重慶", "長江銀行", "重庆 长江", "重庆长江银行设备股份有限公司", "ｃｈｏｎｇｑｉｎｇ" })
        {
            var hits = await CustomersAsync(typed, World.Rep);
            Assert.True(hits.Contains(id), typed);
            Assert.True(hits.Length == 1, typed);
            Assert.False((await CustomersAsync(typed, World.Rep3)).Length > 0, typed);
        }

        foreach (var typed in new[] { "cqyh", "chongshe", "beijing", "c", "重银" })
        {
            Assert.Empty(await CustomersAsync(typed, World.Rep));
        }
    }

    [Fact]
    public async Task Finds_a_customer_by_characters_mixed_with_pinyin()
    {
        var bank = await _database.CustomerOfAsync("重庆长江银行设备有限公司");
        var sands = await _database.CustomerOfAsync("长沙科技有限公司");
        var phones = await _database.CustomerOfAsync("惠州TCL科技集团");
        await _database.CustomerOfAsync("重新庆祝长途沙龙科学技艺商行");
        foreach (var (typed, id) in new[]
        {
            ("重qing", bank), ("重q", bank), ("chong庆", bank), ("c庆", bank), ("ch庆", bank), ("重 Qing", bank), ("重qing长jiang", bank), ("重庆cj", bank), ("重庆cjyh", bank), ("zhong庆", bank),
            ("cqcj银行", bank), ("cq长江银行", bank), ("長jiang銀hang", bank), ("重庆长江yinhang设b", bank), ("庆cj", bank),
            ("长sha", sands), ("长s", sands), ("chang沙", sands), ("cs科技", sands), ("cskeji", sands), ("长sk技", sands), ("changsha科技", sands), ("cs科技有限公司", sands),
            ("tcl科ji", phones), ("TCL科j", phones), ("hztcl", phones), ("tclkj", phones), ("hztclkj", phones),
        })
        {
            Assert.True((await CustomersAsync(typed, World.Rep)) is [var only] && only == id, typed);
            Assert.Empty(await CustomersAsync(typed, World.Rep3));
        }

        foreach (var typed in new[] { "重jiang", "q重", "重qing银", "沙chang", "cs重", "tcl科hu" })
        {
            Assert.False((await CustomersAsync(typed, World.Rep)).Length > 0, typed);
        }
    }

    [Fact]
    public async Task A_long_mixture_of_letters_and_characters_is_looked_up_within_what_an_engine_takes()
    {
        await _database.CustomerOfAsync("重庆长江银行设备有限公司");
        foreach (var typed in new[] { "中sck东kf公ezk庆b公snb团wmj", "a有a有a有a有a有a有a有" })
        {
            Assert.Equal(0, (await FindAsync(typed, World.Manager)).Total);
            Assert.Empty(await CustomersAsync(typed, World.Admin));
        }
    }

    [Fact]
    public async Task Long_names_that_differ_near_their_end_are_told_apart()
    {
        var (first, second) = (await _database.CustomerOfAsync("华夏东方精密机械甲乙丙丁制造公司"), await _database.CustomerOfAsync("华夏东方精密机械戊己庚辛制造公司"));
        foreach (var typed in new[] { "huaxiadongfangjingmijixiejiayi", "hua夏dong方jing密ji械jia乙bing丁" })
        {
            Assert.Equal([first], await CustomersAsync(typed, World.Admin));
        }

        Assert.Equal([first, second], (await CustomersAsync("huaxiadongfangjingmijixie", World.Admin)).Order());
    }

    [Fact]
    public async Task A_renamed_customer_is_found_by_its_new_reading_only()
    {
        var id = await _database.CustomerOfAsync("长沙湘江仪器");
        await _database.Read(async db =>
        {
            (await db.Customers.SingleAsync(customer => customer.Id == id)).Rename("西安秦岭仪器", NameKey.OfCompany("西安秦岭仪器"));
            await db.SaveAsync(World.Rep, CancellationToken.None);
            return id;
        });

        Assert.Empty(await CustomersAsync("changsha", World.Rep));
        Assert.Equal([id], await CustomersAsync("xian", World.Rep));
        Assert.Equal([id], await CustomersAsync("qlyq", World.Rep));
    }

    [Fact]
    public async Task Finds_every_kind_of_record_by_pinyin_and_none_of_others()
    {
        var id = await _database.CustomerOfAsync("重庆长江银行");
        await _database.Read(async db =>
        {
            db.Add(new Contact { CustomerId = id, Name = "乐重庆", Mobile = "13812345678" });
            db.Add(new Lead { Company = "重庆路桥", CompanyKey = "重庆路桥", OwnerId = World.Rep.UserId, CreatedOn = new DateOnly(2024, 4, 1), CreatedAt = db.Now });
            db.Add(new Competitor { Name = "重庆华联", NameKey = "重庆华联" });
            await db.SaveAsync(World.Admin, CancellationToken.None);
            return id;
        });
        await _database.OpportunityAsync(id, World.Rep, opportunity => opportunity.Name = "重庆一期");
        await _database.RecordedAsync(Log.Call(id, new DateTime(2023, 5, 5, 9, 0, 0), "客户嫌重慶仓库的交付週期太长"));

        foreach (var typed in new[] { "chongqing", "cq", "重慶", "重qing", "c慶" })
        {
            var found = await FindAsync(typed, World.Rep);
            Assert.Equal((1, 1, 1, 1, 1), (found.Customers.Total, found.Contacts.Total, found.Opportunities.Total, found.Leads.Total, found.Visits.Total));
            Assert.Equal("重慶", found.Visits.Hits[0].Hit!.Hit);
            Assert.Equal(0, (await FindAsync(typed, World.Rep3)).Total);
            Assert.Equal(0, (await FindAsync(typed, World.Manager2)).Total);
            var competitors = await _database.With<CompetitorList, Page<CompetitorRow>>(list => list.ReadAsync(new(typed), new PageRequest(), World.Rep, CancellationToken.None));
            Assert.Equal("重庆华联", Assert.Single(competitors.Rows).Name);
        }
    }

    [Theory]
    [InlineData("交付周期", "交付週期")]
    [InlineData("jiaofuzhouqi", "交付週期")]
    [InlineData("jfzq", "交付週期")]
    [InlineData("jiaofuz", "交付週")]
    [InlineData("jiaofzhouqi", "交付週期")]
    [InlineData("付周", "付週")]
    [InlineData("周期短", null)]
    [InlineData("zhouqijiaofu", null)]
    [InlineData("jiao付", "交付")]
    [InlineData("交fzq", "交付週期")]
    [InlineData("付zhou期", "付週期")]
    [InlineData("付qi", null)]
    public async Task L08_Finds_words_inside_an_old_follow_up_by_script_and_pinyin(string typed, string? hit)
    {
        var id = await _database.CustomerOfAsync("澜图科技");
        await _database.RecordedAsync(Log.Call(id, new DateTime(2023, 5, 5, 9, 0, 0), "客户问交付週期，我们周期交不短"));

        var found = await _database.With<VisitList, Page<VisitList.VisitRow>>(list => list.ReadAsync(new VisitFilter { Q = typed }, new PageRequest(), World.Rep, CancellationToken.None));
        var others = await _database.With<VisitList, Page<VisitList.VisitRow>>(list => list.ReadAsync(new VisitFilter { Q = typed }, new PageRequest(), World.Rep3, CancellationToken.None));

        Assert.Equal(hit, found.Rows.SingleOrDefault()?.Hit!.Hit);
        Assert.Equal(hit is null ? 0 : 1, found.Total);
        Assert.Empty(others.Rows);
        Assert.Equal(0, others.Total);
    }

    [Fact]
    public async Task M02_Hidden_digits_do_not_find_a_contact()
    {
        var input = await CustomerInputs.CompleteAsync(_database);
        var created = await _database.With<CreateCustomer, Outcome<long>>(create => create.ExecuteAsync(input, World.Rep, CancellationToken.None));
        await _database.HasOpportunityAsync(created.Value, World.Manager, opportunity => opportunity.OwnerId = World.Rep2.UserId);

        foreach (var typed in new[] { "000", "0005", "138 0000-5678", "+86 138 0000 5678", "１３８００" })
        {
            Assert.Equal(1, (await FindAsync(typed, World.Rep)).Contacts.Total);
            Assert.Equal(0, (await FindAsync(typed, World.Rep2)).Contacts.Total);
        }
    }

    [Fact]
    public async Task Puts_whole_names_before_beginnings_before_parts_before_pinyin()
    {
        foreach (var name in new[] { "常青le园林", "大乐le超市", "le乐城", "乐氏食品", "le" })
        {
            await _database.CustomerOfAsync(name);
        }

        Assert.Equal(["le", "le乐城"], (await FindAsync("le", World.Rep)).Customers.Hits.Take(2).Select(hit => hit.Name));
        Assert.Equal("乐氏食品", (await FindAsync("le", World.Rep)).Customers.Hits[^1].Name);
        var choices = await _database.With<CustomerPicker, IReadOnlyList<CustomerPicker.Choice>>(picker => picker.FindAsync("le", World.Rep, CancellationToken.None));
        Assert.Equal(("le", "乐氏食品"), (choices[0].Name, choices[^1].Name));
    }

    [Fact]
    public async Task The_check_sees_what_is_missing_and_a_rebuild_writes_it()
    {
        var id = await _database.CustomerOfAsync("重庆长江银行");
        await _database.RecordedAsync(Log.Call(id, new DateTime(2023, 5, 5, 9, 0, 0), "问交付周期"));
        Assert.Empty(await CheckAsync());

        await _database.Read(db => db.SearchGrams.Where(gram => gram.SubjectId == id && gram.Place == 1).ExecuteDeleteAsync());
        Assert.Contains(await CheckAsync(), line => line == $"Customer {id} has other grams than its names");

        await _database.Read(db => db.TextGrams.ExecuteDeleteAsync());
        await _database.Read(db => db.SearchWords.ExecuteDeleteAsync());
        await _database.Read(db => db.Customers.ExecuteUpdateAsync(set => set.SetProperty(customer => customer.SearchKey, "")));
        Assert.True((await CheckAsync()).Count > 3);

        await _database.Read(async db =>
        {
            await SearchRebuild.EnsureAsync(db, CancellationToken.None);
            return 0;
        });
        Assert.Empty(await CheckAsync());
        Assert.Equal([id], await CustomersAsync("cqcj", World.Rep));
    }

    private Task<IReadOnlyList<string>> CheckAsync() => _database.Read(db => new SearchIndexCheck(db).FindDifferencesAsync(CancellationToken.None));

    private Task<long[]> CustomersAsync(string typed, Actor actor) => _database.Read(db => db.CustomersOf(actor).Matching(db, SearchKind.Customer, typed).Select(customer => customer.Id).ToArrayAsync());

    private Task<GlobalSearch.Found> FindAsync(string typed, Actor actor)
        => _database.With<GlobalSearch, GlobalSearch.Found>(search => search.FindAsync(typed, 8, true, actor, CancellationToken.None));
}
