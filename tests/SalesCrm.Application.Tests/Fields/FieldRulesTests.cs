using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Audit;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Database;
using SalesCrm.Application.Fields;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Paging;
using SalesCrm.Testing;

namespace SalesCrm.Application.Tests.Fields;

public sealed class FieldRulesTests : IAsyncLifetime
{
    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.CreateAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task A_required_field_is_demanded_beside_itself_and_wrong_words_are_refused()
    {
        var field = await _database.AddFieldAsync(OwnFieldBook.Of("员工数", FieldType.Number) with { IsRequired = true });
        Assert.Equal(($"Fields[{field}]", "必须填写"), Problem(await _database.TryCustomerAsync("甲", [])));
        Assert.Equal(($"Fields[{field}]", "“很多”不是数字"), Problem(await _database.TryCustomerAsync("甲", new() { [field] = "很多" })));
        Assert.True((await _database.TryCustomerAsync("甲", new() { [field] = "12" })).IsDone);
    }

    [Fact]
    public async Task The_type_of_a_used_field_stays_and_an_archived_field_keeps_its_values()
    {
        var field = await _database.AddFieldAsync(OwnFieldBook.Of("员工数", FieldType.Number));
        await _database.AddCustomerAsync("甲", new() { [field] = "12" });
        var form = await _database.FieldFormAsync(field);
        var refused = await _database.SaveFieldAsync(field, form with { Type = FieldType.Text });
        Assert.Equal(nameof(form.Type), refused.Problems.Single().Property);

        Assert.True((await _database.SaveFieldAsync(field, form with { IsArchived = true })).IsDone);
        Assert.Empty(await FieldsAsync(World.Admin));
        Assert.True((await _database.SaveFieldAsync(field, await _database.FieldFormAsync(field) with { IsArchived = false })).IsDone);
        Assert.Single(await FieldsAsync(World.Admin));
        Assert.Equal(1, await _database.Read(db => db.FieldValues.CountAsync()));
    }

    [Theory]
    [InlineData("备注")]
    [InlineData("建档日期")]
    [InlineData("{0}")]
    [InlineData("")]
    public async Task Refuses_a_name_that_files_know_already_or_that_is_none(string name)
        => Assert.Equal("Name", (await _database.SaveFieldAsync(null, OwnFieldBook.Of(name, FieldType.Text))).Problems.Single().Property);

    [Fact]
    public async Task Refuses_a_twin_and_a_choice_field_without_choices()
    {
        await _database.AddFieldAsync(OwnFieldBook.Of("信用等级", FieldType.Choice, "优"));
        Assert.Equal("Name", (await _database.SaveFieldAsync(null, OwnFieldBook.Of("信用等级", FieldType.Text))).Problems.Single().Property);
        Assert.Equal("Choices[0].Name", (await _database.SaveFieldAsync(null, OwnFieldBook.Of("另一个", FieldType.Choice))).Problems.Single().Property);
    }

    [Fact]
    public async Task A_change_of_a_field_alone_conflicts_and_is_told_in_words_to_who_may_see_it()
    {
        var field = await _database.AddFieldAsync(OwnFieldBook.Of("信用等级", FieldType.Choice, "优", "差") with { Service = false });
        var id = await _database.AddCustomerAsync("甲", new() { [field] = "优" });
        var (first, second) = (await FormAsync(id), await FormAsync(id));
        first.Fields[field] = "差";
        Assert.True((await EditAsync(id, first)).IsDone);
        Assert.Equal(OutcomeKind.Conflict, (await EditAsync(id, second)).Kind);

        var told = (await HistoryAsync(id, World.Rep)).Rows.SelectMany(row => row.Changes).Where(change => change.Field.ToString() == "信用等级").ToList();
        Assert.Equal(("优", "差"), (told[0].Old!.Value.ToString(), told[0].New!.Value.ToString()));
        await _database.Read(async db =>
        {
            db.CustomerMembers.Add(new CustomerMember { CustomerId = id, UserId = World.Support.UserId, Access = MemberAccess.Read });
            await db.SaveAsync(Actor.System, CancellationToken.None);
            return 0;
        });
        var unseen = await HistoryAsync(id, World.Support);
        Assert.DoesNotContain(unseen.Rows.SelectMany(row => row.Changes), change => change.Field.ToString() == "信用等级");
        Assert.All(unseen.Rows, row => Assert.NotEmpty(row.Changes));
    }

    [Fact]
    public async Task A_form_that_does_not_show_a_field_leaves_it_alone()
    {
        var field = await _database.AddFieldAsync(OwnFieldBook.Of("授信额度", FieldType.Money) with { Rep = false });
        var id = await _database.AddCustomerAsync("甲", new() { [field] = "500" }, World.Manager);
        var form = await FormAsync(id, World.Manager);
        (form.Fields, form.Remark) = (new() { [field] = "1" }, "改了备注");
        await _database.Read(async db =>
        {
            db.CustomerMembers.Add(new CustomerMember { CustomerId = id, UserId = World.Rep.UserId, Access = MemberAccess.Edit });
            await db.SaveAsync(Actor.System, CancellationToken.None);
            return 0;
        });
        Assert.True((await EditAsync(id, form)).IsDone);
        Assert.Equal("500", (await FormAsync(id, World.Manager)).Fields[field]);
    }

    [Fact]
    public async Task Check_names_values_without_record_or_in_the_wrong_column()
    {
        var field = await _database.AddFieldAsync(OwnFieldBook.Of("员工数", FieldType.Number));
        var id = await _database.AddCustomerAsync("甲", new() { [field] = "3" });
        Assert.Empty(await CheckAsync());
        await _database.Read(async db => await db.InTransactionAsync(Actor.System, async token =>
        {
            await db.FieldValues.ExecuteUpdateAsync(set => set.SetProperty(value => value.Text, "三"), token);
            db.FieldValues.Add(new FieldValue { RecordId = id + 1_000, FieldId = field, Number = 1 });
            return 0;
        }, CancellationToken.None));
        Assert.Equal([$"Value of field {field} on Customer {id} is in the wrong column.", $"Value of field {field} on Customer {id + 1_000} has no record."], await CheckAsync());
    }

    private static (string, string) Problem(Outcome outcome) => (outcome.Problems.Single().Property, outcome.Problems.Single().Message.ToString());

    private Task<IReadOnlyList<string>> CheckAsync() => _database.With<IEnumerable<IFigureCheck>, IReadOnlyList<string>>(checks => checks.Single(check => check.Name == "custom fields").FindDifferencesAsync(CancellationToken.None));

    private Task<IReadOnlyList<FieldDefinition>> FieldsAsync(Actor actor) => _database.With<CustomFields, IReadOnlyList<FieldDefinition>>(fields => fields.OfAsync(FieldSubject.Customer, actor, CancellationToken.None));

    private async Task<EditCustomer.Input> FormAsync(long id, Actor? actor = null) => (await _database.With<CustomerForm, EditCustomer.Input?>(form => form.FindAsync(id, actor ?? World.Rep, CancellationToken.None)))!;

    private Task<Outcome> EditAsync(long id, EditCustomer.Input input) => _database.With<EditCustomer, Outcome>(edit => edit.ExecuteAsync(id, input, World.Rep, CancellationToken.None));

    private async Task<Page<AuditLog.AuditRow>> HistoryAsync(long id, Actor actor)
        => (await _database.With<RecordHistory, RecordHistory.History?>(history => history.ReadAsync("customer", id, new PageRequest(null, true), actor, CancellationToken.None)))!.Entries;
}
