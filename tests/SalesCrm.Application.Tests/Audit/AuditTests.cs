using System.Reflection;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Audit;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Paging;
using SalesCrm.Application.Tests.Imports;
using SalesCrm.Application.Tests.Visits;
using SalesCrm.Testing;

namespace SalesCrm.Application.Tests.Audit;

public sealed class AuditTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private long _customer;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _customer = await _database.CustomerOfAsync("澜图科技");
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Says_old_and_new_in_words()
    {
        await _database.Read(async db =>
        {
            var customer = (await db.Customers.FindAsync(_customer))!;
            (customer.NeedStage, customer.Budget, customer.NeedQuantity) = (NeedStage.Negotiating, 123_456.5m, null);
            customer.AssignTo(World.Rep2.UserId);
            await db.SaveAsync(World.Manager, CancellationToken.None);
            return 0;
        });

        var row = (await LogAsync(new AuditLog.Filter { Subject = "Customer", Act = AuditAct.Changed })).Rows.Single();

        Assert.Equal(World.Manager.Name, row.Who);
        Assert.Equal(
            ["需求数量: 20 → ", "需求阶段: 需求确认 → 商务谈判", "跟进人: 林晓雯 → 周启航", "预算（元）: 50,000 → 123,456.5"],
            row.Changes.Select(change => $"{change.Field}: {change.Old} → {change.New}").Order(StringComparer.Ordinal).OrderBy(line => "需求数量需求阶段跟进人预算".IndexOf(line[..2], StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Words_of_a_user_are_never_taken_for_a_format()
    {
        var input = Log.Call(_customer, feedback: "{0} {{坏}} 是");
        await _database.RecordedAsync(input);

        var row = (await LogAsync(new AuditLog.Filter { Subject = "Visit" })).Rows.Single();

        Assert.Contains(row.Changes, change => Translations.English.Say(change.New!.Value) == "{0} {{坏}} 是");
        Assert.Contains(row.Changes, change => change.Field.ToString() == "回访方式" && Translations.English.Say(change.New!.Value) == "Call");
    }

    [Fact]
    public async Task Filters_by_person_subject_act_and_period()
    {
        await _database.RecordedAsync(Log.Call(_customer));

        Assert.All((await LogAsync(new AuditLog.Filter { UserId = World.Rep.UserId })).Rows, row => Assert.Equal(World.Rep.Name, row.Who));
        Assert.Equal(1, (await LogAsync(new AuditLog.Filter { Subject = "Visit", Act = AuditAct.Created })).Total);
        Assert.Equal(0, (await LogAsync(new AuditLog.Filter { Subject = "Visit", Act = AuditAct.Deleted })).Total);
        Assert.Equal(0, (await LogAsync(new AuditLog.Filter { Subject = "Visit", Until = new DateOnly(2024, 3, 31) })).Total);
        Assert.Equal(1, (await LogAsync(new AuditLog.Filter { Subject = "Visit", From = new DateOnly(2024, 4, 1), Until = new DateOnly(2024, 4, 1) })).Total);
    }

    [Fact]
    public async Task Only_the_admin_reads_the_whole_trail()
    {
        foreach (var actor in World.People.Values.Where(actor => actor != World.Admin))
        {
            Assert.Equal(0, (await LogAsync(new AuditLog.Filter(), actor)).Total);
        }
    }

    [Fact]
    public async Task The_history_of_a_record_is_for_those_who_see_it()
    {
        var visit = await _database.RecordedAsync(Log.Call(_customer));

        Assert.Equal(["Visit", "Contact", "Customer"], (await HistoryAsync("customer", _customer, World.Rep))!.Entries.Rows.Select(row => row.Subject));
        Assert.Single((await HistoryAsync("visit", visit, World.Manager))!.Entries.Rows);
        Assert.Null(await HistoryAsync("customer", _customer, World.Rep2));
        Assert.Null(await HistoryAsync("visit", visit, World.Rep3));
        Assert.Null(await HistoryAsync("user", World.Rep.UserId, World.Rep));
        Assert.Null(await HistoryAsync("Setting", 1, World.Admin));
    }

    [Fact]
    public async Task What_a_record_is_called_and_where_it_is_says_one_piece()
    {
        await _database.CommitAsync(Importing.Kind("deals"), Importing.Csv("成交编号,客户名称,成交日期,成交金额(元)", "D1,澜图科技,2023-05-01,80000"), actor: World.Admin);
        var deal = await _database.Read(db => db.Deals.Select(row => row.Id).SingleAsync());

        var history = await HistoryAsync("deal", deal, World.Admin);
        var titles = await _database.With<RecordTitles, IReadOnlyDictionary<(string Subject, long Id), RecordTitles.Title>>(reader => reader.ReadAsync([("Deal", deal), ("Setting", 1)], World.Admin, CancellationToken.None));

        Assert.Equal(("D1", $"/deals/{deal}/edit"), (history!.Title, history.Back));
        Assert.Equal(new RecordTitles.Title(history.Title, history.Back), Assert.Single(titles).Value);
    }

    [Fact]
    public async Task Somebody_merely_involved_reads_the_customers_own_changes_only()
    {
        await _database.RecordedAsync(Log.Call(_customer));
        await _database.Read(async db =>
        {
            db.Add(new CustomerMember { CustomerId = _customer, UserId = World.Rep3.UserId, Access = MemberAccess.Involved });
            await db.SaveAsync(World.Admin, CancellationToken.None);
            return 0;
        });

        Assert.All((await HistoryAsync("customer", _customer, World.Rep3))!.Entries.Rows, row => Assert.Equal("Customer", row.Subject));
    }

    [Fact]
    public async Task A_customer_out_of_sight_is_neither_named_nor_numbered()
    {
        var hidden = await _database.HasCustomerAsync("看不见的客户", World.Rep2);
        await _database.Read(async db =>
        {
            (await db.Customers.FindAsync(_customer))!.ReferredById = hidden;
            await db.SaveAsync(World.Admin, CancellationToken.None);
            return 0;
        });

        async Task<string> Referrer(Actor reader) => (await HistoryAsync("customer", _customer, reader))!.Entries.Rows
            .SelectMany(row => row.Changes).Single(change => change.Field == AuditWords.Field("Customer", "ReferredById") && change.New is not null).New!.Value.ToString();

        Assert.Equal("一位同事的客户", await Referrer(World.Rep));
        Assert.Equal("看不见的客户", await Referrer(World.Manager));
    }

    [Theory]
    [InlineData("Contact", "Name", "姓名")]
    [InlineData("Customer", "Name", "名称")]
    [InlineData("Opportunity", "OwnerId", "负责人")]
    [InlineData("Customer", "OwnerId", "跟进人")]
    public void A_field_is_called_as_on_the_record(string subject, string property, string word)
        => Assert.Equal(word, AuditWords.Field(subject, property).ToString());

    [Fact]
    public async Task Every_audited_field_and_every_value_of_an_enumeration_has_words()
    {
        var missing = await _database.Read(db => Task.FromResult(db.Model.GetEntityTypes()
            .Where(type => typeof(IAudited).IsAssignableFrom(type.ClrType))
            .SelectMany(type => type.GetProperties()
                .Where(property => property.PropertyInfo?.GetCustomAttribute<NotAuditedAttribute>() is null && property.Name is not ("Id" or "Version" or "PasswordHash" or "SecurityStamp" or "ConcurrencyStamp"))
                .SelectMany(property => MissingOf(type.ClrType.Name, property.Name, Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType)))
            .Distinct().ToList()));

        Assert.True(missing.Count == 0, string.Join('\n', missing));
    }

    private static IEnumerable<string> MissingOf(string subject, string property, Type type)
    {
        if (!AuditWords.HasSubject(subject))
        {
            yield return subject;
        }

        if (!AuditWords.HasField(subject, property))
        {
            yield return $"{subject}.{property}";
        }

        foreach (var value in type.IsEnum ? Enum.GetValues(type).Cast<Enum>() : [])
        {
            if (AuditValues.NameOf(value) is null)
            {
                yield return $"{type.Name}.{value}";
            }
        }
    }

    private Task<Page<AuditLog.AuditRow>> LogAsync(AuditLog.Filter filter, Actor? actor = null)
        => _database.With<AuditLog, Page<AuditLog.AuditRow>>(log => log.ReadAsync(filter, new PageRequest(), actor ?? World.Admin, CancellationToken.None));

    private Task<RecordHistory.History?> HistoryAsync(string subject, long id, Actor actor)
        => _database.With<RecordHistory, RecordHistory.History?>(history => history.ReadAsync(subject, id, new PageRequest(), actor, CancellationToken.None));
}
