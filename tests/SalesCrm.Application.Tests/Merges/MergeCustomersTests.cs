using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Acts;
using SalesCrm.Application.Attachments;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Customers.Bulk;
using SalesCrm.Application.Customers.Contacts;
using SalesCrm.Application.Fields;
using SalesCrm.Application.Grading;
using SalesCrm.Application.Grading.Overrides;
using SalesCrm.Application.Merges;
using SalesCrm.Application.Relationships;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Paging;
using SalesCrm.Application.Tests.Acts;
using SalesCrm.Application.Tests.Imports;
using SalesCrm.Application.Timelines;
using SalesCrm.Application.Visits;
using SalesCrm.Testing;

namespace SalesCrm.Application.Tests.Merges;

public sealed class MergeCustomersTests : IAsyncLifetime
{
    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.CreateAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Merged_and_unmerged_two_customers_are_what_they_were()
    {
        var (kept, other) = await TwoAsync();
        var before = await _database.ContentAsync();
        var trail = await _database.Read(db => db.AuditEntries.CountAsync());

        var act = await MergeAsync(kept, other, ["Need"], World.Manager);

        Assert.True(act.IsDone);
        var (contacts, visits, deals) = await _database.Read(async db => (
            await db.Contacts.Where(row => row.CustomerId == kept).Select(row => row.IsPrimary).ToListAsync(),
            await db.Visits.CountAsync(row => row.CustomerId == kept), await db.Customers.Where(row => row.Id == kept).Select(row => new { row.DealCount, row.Need }).SingleAsync()));
        Assert.Equal((2, 1, 2, 3, "要20套"), (contacts.Count, contacts.Count(primary => primary), visits, deals.DealCount, deals.Need));
        Assert.Equal(kept, await _database.Read(db => db.Customers.Where(row => row.Id == other && row.ArchivedAt != null).Select(row => row.MergedIntoId).SingleAsync()));
        Assert.True(await _database.Read(db => db.CustomerMembers.AnyAsync(member => member.CustomerId == kept && member.UserId == World.Rep2.UserId)));

        Assert.True((await _database.With<UndoAct, Outcome<int>>(undo => undo.ExecuteAsync(act.Value, World.Manager, CancellationToken.None))).IsDone);
        Assert.Equal(before, await _database.ContentAsync());
        Assert.True(await _database.Read(db => db.AuditEntries.CountAsync()) > trail + 10);
    }

    [Fact]
    public async Task Merged_and_unmerged_a_customer_is_of_his_type_since_the_day_since_which_he_was_before()
    {
        var (kept, other) = (await _database.HasCustomerAsync("云启医疗", World.Rep), await _database.HasCustomerAsync("云启医疗苏州", World.Rep));
        await _database.CommitAsync(
            Importing.Kind("deals"), Importing.Csv("成交编号,客户名称,成交日期,成交金额(元)", "D1,云启医疗,2022-06-01,80000", "D2,云启医疗,2023-06-01,80000", "D3,云启医疗苏州,2023-08-01,150000"), actor: World.Admin);
        _database.Clock.GoTo(2024, 4, 10);
        var before = await _database.ContentAsync();

        var act = await MergeAsync(kept, other, [], World.Rep, "同一家");
        Assert.Equal(LifecycleType.Loyal, await _database.Read(db => db.Customers.Where(row => row.Id == kept).Select(row => row.Lifecycle).SingleAsync()));
        Assert.True((await _database.With<UndoAct, Outcome<int>>(undo => undo.ExecuteAsync(act.Value, World.Rep, CancellationToken.None))).IsDone);

        Assert.Equal(before, await _database.ContentAsync());
    }

    [Fact]
    public async Task Only_who_leads_both_owners_merges_and_only_once()
    {
        var (kept, other) = await TwoAsync();

        Assert.Equal(OutcomeKind.NotFound, (await MergeAsync(kept, other, [], World.Rep)).Kind);
        Assert.Equal(OutcomeKind.NotFound, (await MergeAsync(kept, kept, [], World.Manager)).Kind);
        Assert.True((await MergeAsync(kept, other, [], World.Manager)).IsDone);
        Assert.Equal(OutcomeKind.Invalid, (await MergeAsync(other, kept, [], World.Manager)).Kind);
    }

    [Fact]
    public async Task What_is_logged_after_the_merge_stays_when_it_is_undone()
    {
        var (kept, other) = await TwoAsync();
        var act = await MergeAsync(kept, other, [], World.Manager);
        await _database.LogAsync(kept, World.Rep);

        Assert.True((await _database.With<UndoAct, Outcome<int>>(undo => undo.ExecuteAsync(act.Value, World.Manager, CancellationToken.None))).IsDone);

        Assert.Equal((2, 1), await _database.Read(async db => (await db.Visits.CountAsync(row => row.CustomerId == kept), await db.Visits.CountAsync(row => row.CustomerId == other))));
    }

    [Fact]
    public async Task A_merged_away_file_is_only_read_whoever_comes_and_whatever_he_wants()
    {
        var (kept, other) = await TwoAsync();
        Assert.True((await MergeAsync(kept, other, [], World.Manager)).IsDone);
        var version = await _database.Read(db => db.Customers.Where(row => row.Id == other).Select(row => row.Version).SingleAsync());

        foreach (var actor in new[] { World.Rep2, World.Manager, World.Admin })
        {
            Assert.False((await _database.With<CustomerTimeline, CustomerTimeline.Timeline?>(timeline => timeline.ReadAsync(other, new(), actor, CancellationToken.None)))!.MayWork);
            Assert.False((await _database.With<AttachmentList, AttachmentList.FileList?>(files => files.ReadAsync(other, null, null, actor, CancellationToken.None)))!.MayAttach);
            Assert.False((await _database.With<RelationshipCard, RelationshipCard.Card?>(card => card.FindAsync(other, actor, CancellationToken.None)))!.MayConfirm);
            var grade = (await _database.With<GradeCard, GradeCardView?>(card => card.FindAsync(other, actor, CancellationToken.None)))!;
            Assert.Equal((false, false), (grade.MayJudge, grade.MayOverride));

            Assert.Equal(OutcomeKind.NotFound, (await _database.With<RecordVisit, Outcome<long>>(record => record.ExecuteAsync(new() { CustomerId = other, Method = VisitMethod.Call, Feedback = "问价", OperationId = Guid.NewGuid() }, actor, CancellationToken.None))).Kind);
            Assert.Equal(OutcomeKind.NotFound, (await _database.With<AttachFiles, Outcome<long>>(attach => attach.ExecuteAsync(new(other, null, null, [new("报价.txt", "报价"u8.ToArray())], Guid.NewGuid()), actor, CancellationToken.None))).Kind);
            Assert.Equal(OutcomeKind.NotFound, (await _database.With<ConfirmRelationship, Outcome>(confirm => confirm.ExecuteAsync(other, new() { Type = RelationshipType.Proactive, Reason = "常来推荐", Version = version }, actor, CancellationToken.None))).Kind);
            Assert.Equal(OutcomeKind.Invalid, (await _database.With<JudgeCustomer, Outcome>(judge => judge.ExecuteAsync(other, new() { Version = version, IsDemandStable = true }, actor, CancellationToken.None))).Kind);
            Assert.Equal(OutcomeKind.Invalid, (await _database.With<DropOverride, Outcome>(drop => drop.ExecuteAsync(other, new() { Version = version }, actor, CancellationToken.None))).Kind);
            Assert.Equal("这份档案已合并到另一份，请在那一份上修改", (await _database.With<EditCustomer, Outcome>(edit => edit.ExecuteAsync(other, new() { Version = version }, actor, CancellationToken.None))).Problems[0].Message.ToString());
        }

        var bulk = await _database.With<ChangeCustomers, Outcome<ChangeCustomers.Result>>(change => change.ExecuteAsync(new() { Ids = [other], Change = BulkChange.Restore }, World.Manager, CancellationToken.None));
        Assert.Equal((0, 1, 0), (bulk.Value!.Done, bulk.Value.Unchanged, bulk.Value.NotYours));
        Assert.Equal(version, await _database.Read(db => db.Customers.Where(row => row.Id == other).Select(row => row.Version).SingleAsync()));
    }

    [Fact]
    public async Task Undone_a_merge_opens_the_other_file_also_when_somebody_has_written_into_it_since()
    {
        var (kept, other) = await TwoAsync();
        var act = await MergeAsync(kept, other, [], World.Manager);
        await ChangeAsync(other, customer => customer.ShortName = "后来写的");

        Assert.True((await _database.With<UndoAct, Outcome<int>>(undo => undo.ExecuteAsync(act.Value, World.Manager, CancellationToken.None))).IsDone);

        var file = await _database.Read(db => db.Customers.Where(row => row.Id == other).Select(row => new { row.MergedIntoId, row.ArchivedAt, row.ShortName, Contacts = row.Contacts.Count }).SingleAsync());
        Assert.Equal((null, null, "后来写的", 1), (file.MergedIntoId, file.ArchivedAt, file.ShortName, file.Contacts));
        Assert.Equal(0, await _database.Read(db => db.Acts.Where(row => row.Id == act.Value).Select(row => row.Left).SingleAsync()));
    }

    [Theory]
    [InlineData(0, 1, 1, 0, 1)]
    [InlineData(0, 1, 2, 1, 1)]
    [InlineData(0, 1, 2, 0, 2)]
    [InlineData(0, 1, 1, 2, 2)]
    public async Task Of_two_merges_that_cross_one_is_told_that_the_files_have_changed(int kept, int other, int kept2, int other2, int most)
    {
        for (var round = 0; round < 4; round++)
        {
            var ids = new List<long>();
            foreach (var name in new[] { "云启医疗", "云启医疗苏州", "云启医疗无锡" })
            {
                ids.Add(await _database.HasCustomerAsync(name + round, World.Rep));
            }

            var versions = await _database.Read(db => db.Customers.Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Version));
            var outcomes = await Task.WhenAll(new[] { (Kept: ids[kept], Other: ids[other]), (Kept: ids[kept2], Other: ids[other2]) }.Select(pair => Task.Run(() => _database.With<MergeCustomers, Outcome<long>>(
                merge => merge.ExecuteAsync(new MergeCustomers.Input(pair.Kept, pair.Other, ["Need"], versions[pair.Kept], versions[pair.Other], "同一家"), World.Manager, CancellationToken.None)))));

            Assert.InRange(outcomes.Count(outcome => outcome.IsDone), 1, most);
            Assert.All(outcomes.Where(outcome => !outcome.IsDone), outcome => Assert.Contains(outcome.Kind, new[] { OutcomeKind.Conflict, OutcomeKind.NotFound }));
            Assert.Equal(outcomes.Count(outcome => outcome.IsDone), await _database.Read(db => db.Customers.CountAsync(row => ids.Contains(row.Id) && row.MergedIntoId != null)));
        }
    }

    [Fact]
    public async Task Files_that_have_nothing_in_common_are_merged_only_for_a_reason()
    {
        var (kept, other) = (await _database.HasCustomerAsync("云启医疗", World.Rep), await _database.HasCustomerAsync("远山物流", World.Rep));
        Assert.Empty((await FormAsync(kept, other))!.Shared);

        var refused = await MergeAsync(kept, other, [], World.Rep);
        Assert.Equal((OutcomeKind.Invalid, "Reason"), (refused.Kind, Assert.Single(refused.Problems).Property));
        Assert.True((await MergeAsync(kept, other, [], World.Rep, "去年改过名")).IsDone);
        Assert.Equal("远山物流 并入 云启医疗（原因：去年改过名）", (await _database.With<ActList, Page<ActList.ActRow>>(list => list.ReadAsync(null, World.Rep, CancellationToken.None))).Rows[0].Words.ToString());
    }

    [Fact]
    public async Task What_two_files_have_in_common_is_named()
    {
        var (kept, other) = (await _database.HasCustomerAsync("云启医疗", World.Rep), await _database.HasCustomerAsync("远山物流", World.Rep));
        foreach (var (id, phone, mail) in new[] { (kept, "13800005678", "a@yunqi.cn"), (other, "+86 138-0000-5678", "b@yunqi.cn") })
        {
            await _database.With<SaveContact, Outcome<long>>(save => save.ExecuteAsync(id, null, new SaveContact.Input { Name = "张三", Mobile = phone, Email = mail }, World.Rep, CancellationToken.None));
            await ChangeAsync(id, customer => (customer.City, customer.Website) = ("上海", "www.yunqi.cn/" + id));
        }

        Assert.Equal(["电话相同", "邮箱同一公司", "网址相同", "地区相同"], (await FormAsync(kept, other))!.Shared.Select(fact => fact.ToString()));
        Assert.True((await MergeAsync(kept, other, [], World.Rep)).IsDone);
    }

    [Fact]
    public async Task Fields_of_the_admins_own_are_chosen_one_by_one_and_those_he_does_not_see_fill_gaps()
    {
        var (kept, other) = (await _database.HasCustomerAsync("云启医疗", World.Rep), await _database.HasCustomerAsync("云启医疗苏州", World.Rep));
        var fields = new List<long>();
        foreach (var (name, roles) in new[] { ("信用等级", FieldRoles.All), ("合同号", FieldRoles.All), ("内部评级", FieldRoles.None), ("法务备注", FieldRoles.None) })
        {
            fields.Add(await _database.Read(async db =>
            {
                var field = db.CustomFields.Add(new CustomField { Subject = FieldSubject.Customer, Type = FieldType.Text, Name = name, Roles = roles }).Entity;
                await db.SaveAsync(World.Admin, CancellationToken.None);
                return field.Id;
            }));
        }

        await ValuesAsync(kept, (fields[0], "甲"), (fields[2], "甲"));
        await ValuesAsync(other, (fields[0], "乙"), (fields[1], "HT-2"), (fields[2], "乙"), (fields[3], "留意"));
        var before = await _database.ContentAsync();

        var lines = (await FormAsync(kept, other))!.Lines.Where(line => line.Name.StartsWith("Fields", StringComparison.Ordinal)).ToList();
        Assert.Equal([("信用等级", "甲", "乙", false), ("合同号", null, "HT-2", true)], lines.Select(line => (line.Label.ToString(), line.Kept?.ToString(), line.Other?.ToString(), line.ProposesOther)));

        var act = await MergeAsync(kept, other, [lines[0].Name], World.Rep);

        Assert.Equal([(fields[0], "乙"), (fields[2], "甲"), (fields[3], "留意")], await _database.Read(async db =>
            (await db.FieldValues.Where(value => value.RecordId == kept).OrderBy(value => value.FieldId).ToListAsync()).ConvertAll(value => (value.FieldId, value.Text!))));
        Assert.True((await _database.With<UndoAct, Outcome<int>>(undo => undo.ExecuteAsync(act.Value, World.Manager, CancellationToken.None))).IsDone);
        Assert.Equal(before, await _database.ContentAsync());
    }

    private Task<MergeForm.Comparison?> FormAsync(long kept, long other) => _database.With<MergeForm, MergeForm.Comparison?>(form => form.ReadAsync(kept, other, World.Rep, CancellationToken.None));

    private Task ChangeAsync(long id, Action<Customer> change) => _database.Read(async db =>
    {
        change(await db.Customers.SingleAsync(row => row.Id == id));
        await db.SaveAsync(World.Admin, CancellationToken.None);
        return 0;
    });

    private Task ValuesAsync(long customer, params (long Field, string Text)[] values) => _database.Read(async db =>
    {
        db.FieldValues.AddRange(values.Select(value => new FieldValue { RecordId = customer, FieldId = value.Field, Text = value.Text }));
        await db.SaveAsync(World.Admin, CancellationToken.None);
        return 0;
    });

    private async Task<(long Kept, long Other)> TwoAsync()
    {
        var kept = await _database.HasCustomerAsync("云启医疗", World.Rep);
        var other = await _database.HasCustomerAsync("云启医疗苏州", World.Rep2);
        await _database.Read(async db =>
        {
            (await db.Customers.SingleAsync(row => row.Id == other)).Need = "要20套";
            await db.SaveAsync(World.Manager, CancellationToken.None);
            return 0;
        });
        foreach (var (customer, owner) in new[] { (kept, World.Rep), (other, World.Rep2) })
        {
            await _database.With<SaveContact, Outcome<long>>(save => save.ExecuteAsync(customer, null, new SaveContact.Input { Name = "张三", Mobile = "13800005678", IsPrimary = true }, owner, CancellationToken.None));
            await _database.LogAsync(customer, owner);
            await _database.HasOpportunityAsync(customer, owner);
        }

        await _database.CommitAsync(
            Importing.Kind("deals"), Importing.Csv("成交编号,客户名称,成交日期,成交金额(元)", "D1,云启医疗,2023-05-01,80000", "D2,云启医疗苏州,2023-08-01,150000", "D3,云启医疗苏州,2024-02-01,150000"), actor: World.Admin);
        return (kept, other);
    }

    private async Task<Outcome<long>> MergeAsync(long kept, long other, string[] taken, Actor actor, string? reason = null)
    {
        var versions = await _database.Read(db => db.Customers.ToDictionaryAsync(row => row.Id, row => row.Version));
        return await _database.With<MergeCustomers, Outcome<long>>(merge => merge.ExecuteAsync(new MergeCustomers.Input(kept, other, taken, versions[kept], versions[other], reason), actor, CancellationToken.None));
    }
}
