using SalesCrm.Application.Customers;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Paging;
using SalesCrm.Testing;

namespace SalesCrm.Application.Tests.Customers;

public sealed class CustomerListTests : IAsyncLifetime
{
    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.CreateAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Shows_everyone_what_is_his_and_nothing_else()
    {
        await CustomerInputs.CreateAsync(_database, "甲公司", World.Rep);
        await CustomerInputs.CreateAsync(_database, "乙公司", World.Rep2);
        await CustomerInputs.CreateAsync(_database, "丙公司", World.Rep3);

        Assert.Equal(["甲公司"], await NamesAsync(World.Rep));
        Assert.Equal(["甲公司", "乙公司"], await NamesAsync(World.Manager));
        Assert.Equal(["丙公司"], await NamesAsync(World.Manager2));
        Assert.Equal(["甲公司", "乙公司", "丙公司"], await NamesAsync(World.Boss));
        Assert.Equal(["甲公司", "乙公司", "丙公司"], await NamesAsync(World.Admin));
        Assert.Empty(await NamesAsync(World.Support));
    }

    [Theory]
    [InlineData("due")]
    [InlineData("last")]
    [InlineData("annual")]
    [InlineData("grade")]
    [InlineData("budget")]
    [InlineData("created")]
    public async Task Walking_all_pages_of_any_order_there_and_back_gives_each_row_once(string sort)
    {
        var random = new Random(7);
        for (var i = 0; i < 23; i++)
        {
            var id = await CustomerInputs.CreateAsync(_database, $"第{i}公司");
            await _database.With<CrmDbContext>(async db =>
            {
                var customer = (await db.Customers.FindAsync(id))!;
                customer.PlanNext(random.Next(3) == 0 ? null : new DateOnly(2024, 4, random.Next(1, 4)), null);
                customer.LastFollowUpAt = random.Next(3) == 0 ? null : new DateTime(2024, 3, random.Next(1, 4), 8, 0, 0, DateTimeKind.Utc);
                customer.AnnualAmount = random.Next(3);
                customer.Budget = random.Next(3) == 0 ? null : random.Next(3);
                await db.SaveAsync(Actor.System, CancellationToken.None);
            });
        }

        foreach (var descending in new[] { false, true })
        {
            var forth = new List<long>();
            var page = await ReadAsync(new PageRequest(sort, descending, null, 5));
            forth.AddRange(page.Rows.Select(row => row.Id));
            while (page.Next is not null)
            {
                page = await ReadAsync(new PageRequest(sort, descending, page.Next, 5));
                Assert.Equal(forth.Count + 1, page.First);
                forth.AddRange(page.Rows.Select(row => row.Id));
            }

            Assert.Equal(23, forth.Distinct().Count());
            Assert.Equal(23, forth.Count);

            var back = page.Rows.Select(row => row.Id).ToList();
            while (page.Previous is not null)
            {
                page = await ReadAsync(new PageRequest(sort, descending, page.Previous, 5));
                back.InsertRange(0, page.Rows.Select(row => row.Id));
            }

            Assert.Equal(forth, back);
        }
    }

    [Theory]
    [InlineData("云杉", true)]
    [InlineData("雲杉精", true)]
    [InlineData("精密 机械", true)]
    [InlineData("KH202404", true)]
    [InlineData("苏云", false)]
    [InlineData("%", false)]
    public async Task Finds_a_part_of_the_name_in_either_script(string typed, bool found)
    {
        await CustomerInputs.CreateAsync(_database, "苏州云杉精密机械有限公司");

        var page = await _database.With<CustomerList, Page<CustomerList.CustomerRow>>(
            list => list.ReadAsync(new CustomerFilter { Q = typed }, new PageRequest(), World.Rep, CancellationToken.None));

        Assert.Equal(found ? 1 : 0, page.Total);
    }

    [Fact]
    public async Task A_list_is_counted_when_it_is_opened_not_for_each_page_turned()
    {
        await CustomerInputs.CreateAsync(_database, "甲公司");
        await CustomerInputs.CreateAsync(_database, "乙公司");
        var opened = await ReadAsync(new PageRequest("created", Size: 1));
        await CustomerInputs.CreateAsync(_database, "丙公司");

        var turned = await ReadAsync(new PageRequest("created", Cursor: opened.Next, Size: 1));

        Assert.Equal(2, turned.Total);
        Assert.Equal(2, (await ReadAsync(new PageRequest("created", Cursor: turned.Next, Size: 1))).Total);
        Assert.Equal(3, (await ReadAsync(new PageRequest("created", Size: 1))).Total);
    }

    [Fact]
    public async Task A_damaged_cursor_shows_the_first_page()
    {
        await CustomerInputs.CreateAsync(_database, "甲公司");
        Assert.Single((await ReadAsync(new PageRequest("due", false, "xx';--"))).Rows);
        Assert.Single((await ReadAsync(new PageRequest("due", false, new string('A', 300)))).Rows);
    }

    private Task<Page<CustomerList.CustomerRow>> ReadAsync(PageRequest request)
        => _database.With<CustomerList, Page<CustomerList.CustomerRow>>(list => list.ReadAsync(new CustomerFilter(), request, World.Rep, CancellationToken.None));

    private Task<List<string>> NamesAsync(Actor actor)
        => _database.With<CustomerList, List<string>>(async list
            => (await list.ReadAsync(new CustomerFilter(), new PageRequest("created"), actor, CancellationToken.None)).Rows.Select(row => row.Name).ToList());
}
