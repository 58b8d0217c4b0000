using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Fields;
using SalesCrm.Application.Filters;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Tests.Fields;
using SalesCrm.Testing;

namespace SalesCrm.Application.Tests.Filters;

public sealed class SavedFilterTests : IAsyncLifetime
{
    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.CreateAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task A_manager_shares_with_the_team_an_admin_with_all_and_a_rep_with_nobody()
    {
        Assert.Equal(OutcomeKind.Done, (await SaveAsync(World.Rep, "我的", FilterAudience.Own)).Kind);
        Assert.Equal(OutcomeKind.Done, (await SaveAsync(World.Manager, "华东", FilterAudience.Team)).Kind);
        Assert.Equal(OutcomeKind.Done, (await SaveAsync(World.Admin, "全公司", FilterAudience.Everyone)).Kind);
        Assert.Equal(OutcomeKind.Invalid, (await SaveAsync(World.Rep, "大家", FilterAudience.Team)).Kind);
        Assert.Equal(OutcomeKind.Invalid, (await SaveAsync(World.Manager, "大家", FilterAudience.Everyone)).Kind);

        Assert.Equal(["我的", "全公司", "华东"], (await NamesAsync(World.Rep)).OrderBy(name => name != "我的").ThenBy(name => name, StringComparer.Ordinal));
        Assert.Equal(["全公司", "华东"], (await NamesAsync(World.Manager)).Order(StringComparer.Ordinal));
        Assert.Equal(["全公司"], await NamesAsync(World.Rep3));
    }

    [Fact]
    public async Task Only_the_owner_changes_it_and_every_change_is_written_down()
    {
        var id = (await SaveAsync(World.Manager, "华东", FilterAudience.Team)).Value;
        var row = (await _database.With<SavedFilters, SavedFilters.Row?>(saved => saved.FindAsync(id, World.Manager, CancellationToken.None)))!;
        var input = new SaveFilter.Input { Name = "东部", Audience = FilterAudience.Team, Query = "c=budget.empty&cursor=x&sort=due", Version = row.Version };
        Assert.Equal(OutcomeKind.NotFound, (await SaveAsync(World.Rep, input with { Audience = FilterAudience.Own }, id)).Kind);
        Assert.Equal(OutcomeKind.NotFound, (await SaveAsync(World.Admin, input with { Audience = FilterAudience.Own }, id)).Kind);
        Assert.Equal(OutcomeKind.Done, (await SaveAsync(World.Manager, input, id)).Kind);
        Assert.Equal(OutcomeKind.Conflict, (await SaveAsync(World.Manager, input, id)).Kind);
        Assert.Equal("c=budget.empty", (await _database.Read(db => db.SavedFilters.SingleAsync())).Query);
        Assert.Equal(2, await _database.Read(db => db.AuditEntries.CountAsync(entry => entry.Subject == "SavedFilter")));
    }

    [Fact]
    public async Task Refuses_one_without_a_name_or_without_a_condition()
    {
        foreach (var (name, query) in new[] { ("", "c=budget.empty"), ("名称", "sort=due&cursor=abc"), (new string('长', 31), "c=budget.empty") })
        {
            Assert.Equal(OutcomeKind.Invalid, (await SaveAsync(World.Rep, new SaveFilter.Input { Name = name, Query = query }, null)).Kind);
        }
    }

    [Fact]
    public async Task What_a_shared_filter_asks_of_a_field_that_the_reader_does_not_see_stays_with_its_owner()
    {
        var hidden = await _database.AddFieldAsync(OwnFieldBook.Of("授信额度", FieldType.Money) with { Rep = false });
        await SaveAsync(World.Manager, new SaveFilter.Input { Name = "高额", Audience = FilterAudience.Team, Query = $"f.{hidden}.from=987654&c=grade.in.A" }, null);

        Assert.Equal($"f.{hidden}.from=987654&c=grade.in.A", (await RowsAsync(World.Manager)).Single().Query);
        var seen = (await RowsAsync(World.Rep)).Single().Query;
        Assert.Equal($"f.{hidden}.from=&c=grade.in.A", seen);
        var told = await _database.With<ConditionWords, IReadOnlyList<ConditionWords.Told>>(words => words.TellAsync(FieldSubject.Customer, QueryText.Pairs(seen), World.Rep, CancellationToken.None));
        Assert.Equal([null, "客户等级 是 A级"], told.Select(one => one.Sentence?.ToString()));
    }

    private async Task<IEnumerable<string>> NamesAsync(Actor actor) => (await RowsAsync(actor)).Select(row => row.Name);

    private Task<IReadOnlyList<SavedFilters.Row>> RowsAsync(Actor actor) => _database.With<SavedFilters, IReadOnlyList<SavedFilters.Row>>(saved => saved.ReadAsync(actor, CancellationToken.None));

    private Task<Outcome<long>> SaveAsync(Actor actor, string name, FilterAudience audience)
        => SaveAsync(actor, new SaveFilter.Input { Name = name, Audience = audience, Query = "c=budget.ge.50000" }, null);

    private Task<Outcome<long>> SaveAsync(Actor actor, SaveFilter.Input input, long? id)
        => _database.With<SaveFilter, Outcome<long>>(save => save.ExecuteAsync(FieldSubject.Customer, id, input, actor, CancellationToken.None));
}
