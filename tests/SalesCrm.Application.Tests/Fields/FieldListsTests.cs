using SalesCrm.Application.Customers;
using SalesCrm.Application.Fields;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Paging;
using SalesCrm.Testing;

namespace SalesCrm.Application.Tests.Fields;

public sealed class FieldListsTests : IAsyncLifetime
{
    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.CreateAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Theory]
    [InlineData(FieldType.Number)]
    [InlineData(FieldType.Text)]
    public async Task Walking_all_pages_by_a_field_there_and_back_gives_each_row_once(FieldType type)
    {
        var field = await _database.AddFieldAsync(OwnFieldBook.Of("员工数", type));
        for (var at = 0; at < 17; at++)
        {
            await _database.AddCustomerAsync($"第{at}公司", at % 3 == 0 ? [] : new() { [field] = $"{at % 5}" });
        }

        foreach (var descending in new[] { false, true })
        {
            var (forth, page) = (new List<CustomerList.CustomerRow>(), await ReadAsync(new PageRequest($"f.{field}", descending, null, 4)));
            forth.AddRange(page.Rows);
            while (page.Next is not null)
            {
                page = await ReadAsync(new PageRequest($"f.{field}", descending, page.Next, 4));
                Assert.Equal(forth.Count + 1, page.First);
                forth.AddRange(page.Rows);
            }

            Assert.Equal(17, forth.Select(row => row.Id).Distinct().Count());
            Assert.Equal(17, forth.Count);
            var words = forth.Select(row => row.Fields.Single().Words).ToList();
            var filled = words.OfType<string>().ToList();
            Assert.Equal(descending ? filled.OrderDescending(StringComparer.Ordinal) : filled.Order(StringComparer.Ordinal), filled);
            Assert.All(words.TakeLast(6), Assert.Null);

            var back = page.Rows.Select(row => row.Id).ToList();
            while (page.Previous is not null)
            {
                page = await ReadAsync(new PageRequest($"f.{field}", descending, page.Previous, 4));
                back.InsertRange(0, page.Rows.Select(row => row.Id));
            }

            Assert.Equal(forth.Select(row => row.Id), back);
        }
    }

    [Fact]
    public async Task Every_type_narrows_the_list_in_its_own_way()
    {
        var text = await _database.AddFieldAsync(OwnFieldBook.Of("项目代号", FieldType.Text));
        var number = await _database.AddFieldAsync(OwnFieldBook.Of("员工数", FieldType.Number));
        var day = await _database.AddFieldAsync(OwnFieldBook.Of("合同到期日", FieldType.Date));
        var choice = await _database.AddFieldAsync(OwnFieldBook.Of("信用等级", FieldType.Choice, "优", "良", "差"));
        var yes = await _database.AddFieldAsync(OwnFieldBook.Of("上市公司", FieldType.YesNo));
        await _database.AddCustomerAsync("甲", new() { [text] = "Alpha-1", [number] = "10", [day] = "2026-01-01", [choice] = "优", [yes] = "true" });
        await _database.AddCustomerAsync("乙", new() { [text] = "Beta-1", [number] = "20.5", [day] = "2026-06-30", [choice] = "良", [yes] = "false" });
        await _database.AddCustomerAsync("丙", []);

        Assert.Equal(["乙"], await NamesAsync(World.Admin, ($"f.{text}", "eta")));
        Assert.Equal(["乙"], await NamesAsync(World.Admin, ($"f.{number}.from", "20.5")));
        Assert.Equal(["甲"], await NamesAsync(World.Rep, ($"f.{number}.from", "10"), ($"f.{number}.to", "20")));
        Assert.Equal(["甲"], await NamesAsync(World.Manager, ($"f.{day}.to", "2026-01-01")));
        Assert.Equal(["乙", "甲"], await NamesAsync(World.Admin, ($"f.{choice}", "优"), ($"f.{choice}", "良")));
        Assert.Equal(["乙"], await NamesAsync(World.Boss, ($"f.{yes}", "false"), ($"f.{choice}", "良")));
        Assert.Equal(3, (await NamesAsync(World.Admin, ($"f.{number}.from", "viel"))).Count);
    }

    [Fact]
    public async Task Nothing_of_a_field_reaches_a_role_that_may_not_see_it()
    {
        var hidden = await _database.AddFieldAsync(OwnFieldBook.Of("授信额度", FieldType.Money) with { Rep = false });
        var low = await _database.AddCustomerAsync("低额公司", new() { [hidden] = "10" }, World.Manager);
        var high = await _database.AddCustomerAsync("高额公司", new() { [hidden] = "99" }, World.Manager);
        await ShareAsync(low);
        await ShareAsync(high);

        Assert.Equal(2, (await NamesAsync(World.Rep, ($"f.{hidden}.from", "50"))).Count);
        Assert.Equal(["高额公司"], await NamesAsync(World.Manager, ($"f.{hidden}.from", "50")));
        var rising = await ReadAsync(new PageRequest($"f.{hidden}", false), World.Rep);
        var falling = await ReadAsync(new PageRequest($"f.{hidden}", true), World.Rep);
        Assert.All(rising.Rows, row => Assert.Empty(row.Fields));
        Assert.Equal(rising.Rows.Select(row => row.Id), falling.Rows.Select(row => row.Id).Reverse());
        Assert.Equal((await ReadAsync(new PageRequest("due"), World.Rep)).Rows.Select(row => row.Id), rising.Rows.Select(row => row.Id));
        var card = await _database.With<CustomerDetails, CustomerDetails.CustomerCard?>(details => details.FindAsync(high, World.Rep, CancellationToken.None));
        Assert.Empty(card!.Fields);
    }

    private Task ShareAsync(long customer) => _database.Read(async db =>
    {
        db.CustomerMembers.Add(new CustomerMember { CustomerId = customer, UserId = World.Rep.UserId, Access = MemberAccess.Edit });
        await db.SaveAsync(Actor.System, CancellationToken.None);
        return 0;
    });

    private async Task<List<string>> NamesAsync(Actor actor, params (string Name, string? Value)[] query)
    {
        var filter = new CustomerFilter { Fields = FieldFilter.Of(query.Select(pair => KeyValuePair.Create(pair.Name, pair.Value))) };
        var page = await ReadAsync(new PageRequest("created", true), actor, filter);
        Assert.Equal(page.Rows.Count, page.Total);
        return page.Rows.Select(row => row.Name).ToList();
    }

    private Task<Page<CustomerList.CustomerRow>> ReadAsync(PageRequest page, Actor? actor = null, CustomerFilter? filter = null)
        => _database.With<CustomerList, Page<CustomerList.CustomerRow>>(list => list.ReadAsync(filter ?? new CustomerFilter(), page, actor ?? World.Admin, CancellationToken.None));
}
