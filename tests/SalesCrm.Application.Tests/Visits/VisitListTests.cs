using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Paging;
using SalesCrm.Application.Shared.Texts;
using SalesCrm.Application.Visits;
using SalesCrm.Testing;

namespace SalesCrm.Application.Tests.Visits;

public sealed class VisitListTests : IAsyncLifetime
{
    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.CreateAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Theory]
    [InlineData("交付周期", "交付周期")]
    [InlineData("交付週期", "交付周期")]
    [InlineData("erp", "ERP")]
    [InlineData("ＥＲＰ 同步", "ERP 同步")]
    [InlineData("%", null)]
    [InlineData("付期", null)]
    public async Task L08_Finds_the_words_of_an_old_entry_in_either_script(string typed, string? hit)
    {
        var id = await _database.CustomerOfAsync("澜图科技");
        await _database.RecordedAsync(Log.Call(id, new DateTime(2022, 5, 6, 9, 0, 0), "客户很关注交付周期，也问了 ERP 同步"));
        await _database.RecordedAsync(Log.Call(id, feedback: "寒暄"));

        var row = (await ReadAsync(new VisitFilter { Q = typed })).Rows.SingleOrDefault();

        Assert.Equal(hit, row?.Hit?.Hit);
        if (row is not null)
        {
            Assert.Equal((new DateTime(2022, 5, 6, 1, 0, 0), "澜图科技"), (row.At, row.Customer));
        }
    }

    [Fact]
    public void A_long_text_shows_what_stands_around_the_hit()
    {
        var snippet = Snippet.In(new string('前', 100) + "𠮷野家" + new string('后', 100), "𠮷野");

        Assert.Equal(("𠮷野", 41, 41), (snippet!.Hit, snippet.Before.Length, snippet.After.Length));
        Assert.Null(Snippet.In("别的", "𠮷野"));
    }

    [Fact]
    public async Task Each_sees_his_own_and_his_peoples_entries()
    {
        var mine = await _database.CustomerOfAsync("甲公司");
        var theirs = await _database.CustomerOfAsync("丙公司", World.Rep3);
        await _database.RecordedAsync(Log.Call(mine));
        await _database.RecordedAsync(Log.Call(theirs), World.Rep3);

        Assert.Equal(["甲公司"], await NamesAsync(World.Rep));
        Assert.Empty(await NamesAsync(World.Rep2));
        Assert.Equal(["甲公司"], await NamesAsync(World.Manager));
        Assert.Equal(["丙公司"], await NamesAsync(World.Manager2));
        Assert.Equal(2, (await NamesAsync(World.Boss)).Count);
        Assert.Equal(2, (await NamesAsync(World.Admin)).Count);
        Assert.Empty(await NamesAsync(World.Support));
    }

    [Fact]
    public async Task Filters_by_period_method_and_visitor()
    {
        var id = await _database.CustomerOfAsync("甲公司");
        foreach (var day in new[] { 1, 10, 20 })
        {
            var input = Log.Call(id, new DateTime(2024, 3, day, 23, 30, 0));
            input.Method = day == 10 ? VisitMethod.Visit : VisitMethod.Call;
            await _database.RecordedAsync(input, day == 20 ? World.Manager : World.Rep);
        }

        Assert.Equal(2, (await ReadAsync(new VisitFilter { From = new(2024, 3, 1), Until = new(2024, 3, 10) })).Total);
        Assert.Equal(1, (await ReadAsync(new VisitFilter { From = new(2024, 3, 2), Until = new(2024, 3, 10) })).Total);
        Assert.Equal(1, (await ReadAsync(new VisitFilter { Method = VisitMethod.Visit })).Total);
        Assert.Equal(1, (await ReadAsync(new VisitFilter { VisitorId = World.Manager.UserId })).Total);
        Assert.Equal(3, (await ReadAsync(new VisitFilter { From = DateOnly.MinValue, Until = DateOnly.MaxValue })).Total);
    }

    [Theory]
    [InlineData("at")]
    [InlineData("due")]
    public async Task Walking_all_pages_gives_each_entry_once(string sort)
    {
        var id = await _database.CustomerOfAsync("甲公司");
        for (var i = 0; i < 11; i++)
        {
            var input = Log.Call(id, new DateTime(2024, 3, 1 + (i % 3), 9, 0, 0));
            (input.Handling, input.DueOn) = i % 2 == 0 ? ("寄样品", (DateOnly?)new DateOnly(2024, 4, 1 + (i % 4))) : (null, null);
            await _database.RecordedAsync(input);
        }

        var seen = new List<long>();
        Page<VisitList.VisitRow>? page = null;
        while (page is null || page.Next is not null)
        {
            page = await ReadAsync(new VisitFilter(), new PageRequest(sort, true, page?.Next, 4));
            seen.AddRange(page.Rows.Select(row => row.Id));
        }

        Assert.Equal((11, 11), (seen.Count, seen.Distinct().Count()));
    }

    private Task<Page<VisitList.VisitRow>> ReadAsync(VisitFilter filter, PageRequest? page = null, Actor? actor = null)
        => _database.With<VisitList, Page<VisitList.VisitRow>>(list => list.ReadAsync(filter, page ?? new PageRequest("at", true), actor ?? World.Rep, CancellationToken.None));

    private async Task<List<string>> NamesAsync(Actor actor) => [.. (await ReadAsync(new VisitFilter(), actor: actor)).Rows.Select(row => row.Customer)];
}
