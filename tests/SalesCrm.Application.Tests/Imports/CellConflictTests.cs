using System.Text;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Acts;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Customers.Bulk;
using SalesCrm.Application.Imports.Downloads;
using SalesCrm.Application.Imports.Rows;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Shared;
using SalesCrm.Testing;

namespace SalesCrm.Application.Tests.Imports;

/// <summary>A cell that was edited offline meets what happened here meanwhile: only the same cell, changed to something else, is a conflict.</summary>
public sealed class CellConflictTests : IAsyncLifetime
{
    /// <summary>What each kind is found again by, and a cell of it beside the one that is edited.</summary>
    private static readonly Dictionary<string, (string Header, string Row, string Edited, string Other)> Kinds = new()
    {
        ["customers"] = ("客户名称,跟进人", "甲,林晓雯", "需求描述", "城市"),
        ["leads"] = ("公司,联系人,电话,负责人", "甲,张三,13800138000,林晓雯", "需求", "职位"),
        ["opportunities"] = ("机会编号,客户名称,当前阶段,负责人", "M1,甲,需求确认,林晓雯", "竞争情况", "机会名称"),
        ["deals"] = ("成交编号,客户名称,成交日期,成交金额(元),负责人", "D1,甲,2024-03-01,1000,林晓雯", "备注", "渠道"),
        ["visits"] = ("回访日期,客户名称,回访方式,回访人,沟通主题", "2024-03-01,甲,电话,林晓雯,回访", "客户反馈", "处理措施"),
    };

    public static TheoryData<string, bool> KindsAndFiles
    {
        get
        {
            var data = new TheoryData<string, bool>();
            foreach (var kind in Kinds.Keys)
            {
                data.Add(kind, true);
                data.Add(kind, false);
            }

            return data;
        }
    }

    private TestDatabase _database = null!;
    private DownloadedList _list = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _list = new DownloadedList(_database);
        await _database.HasCustomerAsync("甲", World.Rep);
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Theory]
    [MemberData(nameof(KindsAndFiles))]
    public async Task Another_cell_that_was_changed_meanwhile_is_no_conflict(string kind, bool asText)
    {
        await DownloadThenChangeAsync(kind, "");

        var report = await _list.UploadAsync(asText, "旧的", "我的");

        Assert.False(report.HasConflicts);
        Assert.Equal((0, 1, 0, 0), report.Counts());
        Assert.Equal(("旧的", "我的"), (Assert.Single(report.Rows.Single().Changes).Before, report.Rows.Single().Changes[0].Now));
        await _list.DownloadAsync(kind, World.Admin);
        Assert.Contains("我的", _list.Text, StringComparison.Ordinal);
        Assert.Contains("别处改过", _list.Text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(KindsAndFiles))]
    public async Task The_same_cell_changed_to_something_else_is_a_conflict_with_three_values(string kind, bool asText)
    {
        await DownloadThenChangeAsync(kind, "别人的");

        var report = await _list.UploadAsync(asText, "旧的", "我的");

        Assert.Equal((0, 0, 0, 1), report.Counts());
        Assert.Equal($"下载后这一格已被改动（{Kinds[kind].Edited}）：下载时“旧的”，您改成“我的”，现在是“别人的”", report.Reason());
        Assert.Equal(new Clash("旧的", "别人的"), report.Rows.Single().Problems.Single().Clash);
        Assert.Equal((0, 1, 0, 0), (await _list.UploadAsync(asText, "旧的", "我的", ConflictChoice.Mine)).Counts());
    }

    [Theory]
    [MemberData(nameof(KindsAndFiles))]
    public async Task The_same_cell_changed_to_the_same_value_leaves_nothing_to_do(string kind, bool asText)
    {
        await DownloadThenChangeAsync(kind, "我的");

        Assert.Equal((0, 0, 1, 0), (await _list.UploadAsync(asText, "旧的", "我的")).Counts());
    }

    [Fact]
    public async Task A_cell_that_was_empty_is_in_conflict_only_with_what_was_written_into_it()
    {
        await HasAsync("customers", "", "别处");
        await _list.DownloadAsync("customers", World.Admin);
        _list.Set("需求描述", "我的");
        await HasAsync("customers", "", "别处改过");
        Assert.Equal((0, 1, 0, 0), (await _list.TryAsync()).Counts());

        await HasAsync("customers", "别人的", "");
        Assert.Equal(new Clash("", "别人的"), (await _list.TryAsync()).Rows.Single().Problems.Single().Clash);
    }

    [Fact]
    public async Task Words_of_the_companys_lists_are_told_apart()
    {
        var profile = Importing.Kind("customers", "Industry");
        await _database.CommitAsync(profile, Importing.Csv("客户名称,所属行业", "甲,软件", "乙,物流", "丙,医疗"), actor: World.Admin);
        await _list.DownloadAsync("customers", World.Admin);
        await HasAsync("customers", "", "别处改过");
        var plain = await _list.UploadAsync(true, "软件", "物流", isDry: true);
        Assert.Equal(("软件", "物流"), (plain.Rows.Single(row => row.Outcome == RowOutcome.Updated).Changes[0].Before, plain.Rows.Single(row => row.Outcome == RowOutcome.Updated).Changes[0].Now));

        await _database.CommitAsync(profile, Importing.Csv("客户名称,所属行业", "甲,医疗"), actor: World.Admin);
        Assert.Equal(new Clash("软件", "医疗"), (await _list.UploadAsync(true, "软件", "物流", isDry: true)).Rows.Single(row => row.IsConflict).Problems.Single().Clash);
    }

    [Fact]
    public async Task A_follow_up_that_was_logged_meanwhile_is_no_conflict()
    {
        await HasAsync("customers", "旧的", "别处");
        await _list.DownloadAsync("customers", World.Rep);
        await _database.LogAsync(await CustomerAsync(), World.Rep);

        Assert.Equal((0, 1, 0, 0), (await _list.UploadAsync(true, "旧的", "我的", actor: World.Rep)).Counts());
    }

    [Fact]
    public async Task After_a_handover_whoever_may_still_edit_updates_and_whoever_may_not_is_refused_for_that()
    {
        await HasAsync("customers", "旧的", "别处");
        await _list.DownloadAsync("customers", World.Rep);
        var customer = await CustomerAsync();
        Assert.True((await _database.With<ChangeCustomers, Outcome<ChangeCustomers.Result>>(change => change.ExecuteAsync(
            new ChangeCustomers.Input { Ids = [customer], Change = BulkChange.Assign, OwnerId = World.Rep2.UserId }, World.Manager, CancellationToken.None))).IsDone);

        var refused = await _list.UploadAsync(true, "旧的", "我的", actor: World.Rep);
        Assert.Equal(("这家客户已在系统中，由他人跟进，请联系周启航", false), (refused.Reason(), refused.HasConflicts));
        Assert.Equal((0, 1, 0, 0), (await _list.UploadAsync(true, "旧的", "我的", actor: World.Manager)).Counts());
        Assert.Equal(World.Rep2.UserId, await _database.Read(db => db.Customers.Where(row => row.Name == "甲").Select(row => row.OwnerId).SingleAsync()));
    }

    [Theory]
    [InlineData("customers", true, "这家客户已在系统中，由他人跟进，请联系林晓雯")]
    [InlineData("customers", false, "这家客户已在系统中，由他人跟进，请联系林晓雯")]
    [InlineData("opportunities", true, "这个商机不归您管理，不能修改")]
    [InlineData("opportunities", false, "这个商机不归您管理，不能修改")]
    [InlineData("deals", true, "这笔成交不归您管理，不能修改")]
    [InlineData("deals", false, "这笔成交不归您管理，不能修改")]
    [InlineData("visits", true, "只能写自己或所管团队的人")]
    [InlineData("visits", false, "只能写自己或所管团队的人")]
    public async Task A_row_whose_record_may_only_be_seen_is_unchanged_until_it_is_edited(string kind, bool asText, string reason)
    {
        await HasAsync(kind, "旧的", "别处");
        await SharedToReadAsync(World.Rep3);
        await _list.DownloadAsync(kind, World.Manager2);
        Assert.Equal((0, 0, 1, 0), (await _list.UploadAsync(asText, "旧的", "旧的", actor: World.Manager2)).Counts());

        var refused = await _list.UploadAsync(asText, "旧的", "我的", actor: World.Manager2);
        Assert.Equal((0, 0, 0, 1), refused.Counts());
        Assert.Equal(reason, refused.Rows.Single().Problems[0].ReasonText.ToString());
        Assert.Equal(kind == "visits" ? 2 : 1, refused.Rows.Single().Problems.Count);

        await HasAsync(kind, "", "别处改过");
        Assert.Equal((0, 0, 1, 0), (await _list.UploadAsync(asText, "旧的", "旧的", actor: World.Manager2)).Counts());
    }

    [Theory]
    [InlineData("customers")]
    [InlineData("opportunities")]
    [InlineData("deals")]
    [InlineData("visits")]
    [InlineData("leads")]
    public async Task A_download_of_somebody_else_tells_nothing_of_records_that_one_may_not_see(string kind)
    {
        await HasAsync(kind, "旧的", "别处");
        await _list.DownloadAsync(kind, World.Admin);
        var stamped = await _list.UploadAsync(true, "旧的", "旧的", actor: World.Manager2, isDry: true);
        _list.Text = _list.Text.Replace(RowVersions.Column, "无关", StringComparison.Ordinal);

        Assert.Equal(0, stamped.Unchanged);
        Assert.Equal((await _list.UploadAsync(true, "旧的", "旧的", actor: World.Manager2, isDry: true)).Counts(), stamped.Counts());
    }

    [Fact]
    public async Task An_untouched_row_of_ones_own_does_not_trip_over_what_became_of_its_words()
    {
        await _database.CommitAsync(Importing.Kind("customers", "Industry"), Importing.Csv("客户名称,所属行业", "甲,软件"), actor: World.Admin);
        await _list.DownloadAsync("customers", World.Rep);
        await _database.Read(db => db.Dictionary.Where(word => word.Name == "软件").ExecuteUpdateAsync(set => set.SetProperty(word => word.Name, "软件业")));

        Assert.Equal((0, 0, 1, 0), (await _list.UploadAsync(true, "无", "无", actor: World.Rep)).Counts());
    }

    [Fact]
    public async Task An_import_that_was_undone_meanwhile_is_in_conflict_only_where_it_was_taken_back()
    {
        await HasAsync("customers", "旧的", "南京");
        await HasAsync("customers", "", "镇江");
        await _list.DownloadAsync("customers", World.Admin);
        var act = await _database.Read(db => db.Acts.OrderByDescending(row => row.Id).Select(row => row.Id).FirstAsync());
        Assert.True((await _database.With<UndoAct, Outcome<int>>(undo => undo.ExecuteAsync(act, World.Admin, CancellationToken.None))).IsDone);

        Assert.Equal(new Clash("镇江", "南京"), (await _list.UploadAsync(true, "镇江", "常州", isDry: true)).Rows.Single().Problems.Single().Clash);
        Assert.Equal((0, 1, 0, 0), (await _list.UploadAsync(true, "旧的", "我的")).Counts());
        Assert.Equal("南京", await _database.Read(db => db.Customers.Where(row => row.Name == "甲").Select(row => row.City).SingleAsync()));
    }

    [Fact]
    public async Task A_customer_who_was_renamed_meanwhile_keeps_the_new_name()
    {
        await HasAsync("customers", "旧的", "别处");
        await _list.DownloadAsync("customers", World.Admin);
        await _database.Read(async db =>
        {
            (await db.Customers.SingleAsync(row => row.Name == "甲")).Rename("甲新", "甲新");
            await db.SaveAsync(World.Admin, CancellationToken.None);
            return 0;
        });

        Assert.Equal((0, 1, 0, 0), (await _list.UploadAsync(true, "旧的", "我的")).Counts());
        Assert.Equal(("甲新", "我的"), await _database.Read(db => db.Customers.Select(row => new ValueTuple<string, string?>(row.Name, row.Need)).SingleAsync()));
    }

    [Fact]
    public async Task A_lead_whose_phone_was_changed_meanwhile_is_not_opened_again()
    {
        await HasAsync("leads", "旧的", "别处");
        await _list.DownloadAsync("leads", World.Admin);
        await _database.Read(async db =>
        {
            (await db.Leads.SingleAsync()).Phone = "13900139000";
            await db.SaveAsync(World.Admin, CancellationToken.None);
            return 0;
        });

        Assert.Equal((0, 1, 0, 0), (await _list.UploadAsync(true, "旧的", "我的")).Counts());
        Assert.Equal(("13900139000", "我的"), await _database.Read(db => db.Leads.Select(row => new ValueTuple<string?, string?>(row.Phone, row.Need)).SingleAsync()));
    }

    [Fact]
    public async Task What_stands_here_stays_only_in_the_cells_that_are_in_conflict()
    {
        await HasAsync("customers", "旧的", "别处");
        await _list.DownloadAsync("customers", World.Admin);
        await HasAsync("customers", "别人的", "");
        _list.Text = _list.Text.Replace("别处", "我这里", StringComparison.Ordinal);

        Assert.Equal((0, 1, 0, 0), (await _list.UploadAsync(true, "旧的", "我的", ConflictChoice.Theirs)).Counts());
        Assert.Equal(("别人的", "我这里"), await _database.Read(db => db.Customers.Select(row => new ValueTuple<string?, string?>(row.Need, row.City)).SingleAsync()));
    }

    /// <summary>A record is downloaded, and then its cell and another one are changed here; an empty text leaves the cell as it was.</summary>
    private async Task DownloadThenChangeAsync(string kind, string cell)
    {
        await HasAsync(kind, "旧的", "别处");
        await _list.DownloadAsync(kind, World.Admin);
        await HasAsync(kind, cell, "别处改过");
    }

    private async Task SharedToReadAsync(Actor actor)
    {
        var id = await CustomerAsync();
        await _database.Read(async db =>
        {
            db.CustomerMembers.Add(new CustomerMember { CustomerId = id, UserId = actor.UserId, Access = MemberAccess.Read });
            await db.SaveAsync(World.Admin, CancellationToken.None);
            return 0;
        });
    }

    [Theory]
    [InlineData("联系人职位", "总监", "张三|总监|13800138000|a@x.com")]
    [InlineData("联系电话", "13900139000", "张三|经理|13900139000|a@x.com")]
    [InlineData("联系邮箱", "b@x.com", "张三|经理|13800138000|b@x.com")]
    public async Task One_cell_of_a_contact_changes_the_person_who_was_downloaded_beside_it(string column, string mine, string expected)
    {
        await HasContactAsync("张三,经理,13800138000,a@x.com");
        await _list.DownloadAsync("customers", World.Admin);
        await _database.CommitAsync(Importing.Kind("customers"), Importing.Csv("客户名称,客户简称", "甲,简称"), actor: World.Admin);
        _list.Set(column, mine);

        Assert.Equal((0, 1, 0, 0), (await _list.WriteAsync()).Counts());
        Assert.Equal([expected], await ContactsAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_number_of_somebody_without_a_name_is_changed_and_makes_no_second_one(bool isChangedHere)
    {
        await HasContactAsync(",经理,13800138000,");
        await _list.DownloadAsync("customers", World.Admin);
        await _database.CommitAsync(Importing.Kind("customers"), Importing.Csv("客户名称,客户简称", isChangedHere ? "甲,简称" : "甲,"), actor: World.Admin);
        _list.Set("联系电话", "13900139000");

        Assert.Equal((0, 1, 0, 0), (await _list.WriteAsync()).Counts());
        Assert.Equal(["|经理|13900139000|"], await ContactsAsync());
    }

    [Fact]
    public async Task A_contact_who_alone_was_changed_here_is_not_taken_back()
    {
        await HasContactAsync("张三,经理,13800138000,a@x.com");
        await _list.DownloadAsync("customers", World.Admin);
        await _database.Read(async db =>
        {
            var contact = await db.Contacts.SingleAsync();
            (contact.Name, contact.Mobile) = ("张三丰", "13700137000");
            contact.DeriveKeys();
            await db.SaveAsync(World.Admin, CancellationToken.None);
            return 0;
        });
        Assert.Equal((0, 0, 1, 0), (await _list.WriteAsync()).Counts());

        _list.Set("联系人职位", "总监");
        Assert.Equal((0, 1, 0, 0), (await _list.WriteAsync()).Counts());
        Assert.Equal(["张三丰|总监|13700137000|a@x.com"], await ContactsAsync());

        _list.Set("联系电话", "13900139000");
        Assert.Equal(new Clash("13800138000", "13700137000"), (await _list.TryAsync()).Rows.Single().Problems.Single().Clash);
    }

    [Fact]
    public async Task A_contact_under_another_name_is_another_person()
    {
        await HasContactAsync("张三,经理,13800138000,");
        await _list.DownloadAsync("customers", World.Admin);
        await _database.CommitAsync(Importing.Kind("customers"), Importing.Csv("客户名称,客户简称", "甲,简称"), actor: World.Admin);
        _list.Set("联系人", "李四");
        _list.Set("联系电话", "13900139000");

        Assert.Equal((0, 1, 0, 0), (await _list.WriteAsync()).Counts());
        Assert.Equal(["张三|经理|13800138000|", "李四|经理|13900139000|"], await ContactsAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_lead_whose_company_was_renamed_meanwhile_is_met_under_its_new_name(bool isEdited)
    {
        await HasAsync("leads", "旧的", "别处");
        await _list.DownloadAsync("leads", World.Admin);
        await RenameLeadAsync();

        Assert.Equal((0, isEdited ? 1 : 0, isEdited ? 0 : 1, 0), (await _list.UploadAsync(true, "旧的", isEdited ? "我的" : "旧的")).Counts());
        Assert.Equal(("甲新", isEdited ? "我的" : "旧的", "别处"), await _database.Read(db => db.Leads.Select(row => new ValueTuple<string, string?, string?>(row.Company, row.Need, row.Title)).SingleAsync()));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_customer_who_was_renamed_meanwhile_is_met_in_a_file_without_numbers(bool isEdited)
    {
        await HasAsync("customers", "旧的", "别处");
        await _list.DownloadAsync("customers", World.Admin);
        await _database.Read(async db =>
        {
            (await db.Customers.SingleAsync(row => row.Name == "甲")).Rename("甲新", "甲新");
            await db.SaveAsync(World.Admin, CancellationToken.None);
            return 0;
        });
        _list.Remove("客户编号");
        if (isEdited)
        {
            _list.Set("需求描述", "我的");
        }

        Assert.Equal((0, isEdited ? 1 : 0, isEdited ? 0 : 1, 0), (await _list.WriteAsync()).Counts());
        Assert.Equal(("甲新", isEdited ? "我的" : "旧的"), await _database.Read(db => db.Customers.Select(row => new ValueTuple<string, string?>(row.Name, row.Need)).SingleAsync()));
    }

    [Fact]
    public async Task The_row_of_a_record_that_is_gone_is_refused_and_makes_no_new_one()
    {
        await HasAsync("leads", "旧的", "别处");
        await _list.DownloadAsync("leads", World.Admin);
        await _database.Read(async db =>
        {
            db.Leads.Remove(await db.Leads.SingleAsync());
            await db.SaveAsync(World.Admin, CancellationToken.None);
            return 0;
        });

        Assert.Equal("这一行对应的记录已被删除，或不在您的权限内；要作为新记录导入，请把它抄到一个新文件里", (await _list.UploadAsync(true, "旧的", "我的")).Reason());
        Assert.Equal(0, await _database.Read(db => db.Leads.CountAsync()));
    }

    [Fact]
    public async Task The_row_of_a_renamed_record_that_one_sees_no_more_is_refused()
    {
        await HasAsync("leads", "旧的", "别处");
        await _list.DownloadAsync("leads", World.Rep);
        await RenameLeadAsync();
        await _database.CommitAsync(Importing.Kind("leads"), Importing.Csv("公司,联系人,电话,负责人", "甲新,张三,13800138000,陈思远"), actor: World.Admin);

        Assert.Equal("这条线索已在系统中，由他人跟进", (await _list.UploadAsync(true, "旧的", "我的", actor: World.Rep)).Reason());
        Assert.Equal("旧的", await _database.Read(db => db.Leads.Select(row => row.Need).SingleAsync()));
    }

    [Fact]
    public async Task A_download_of_another_installation_meets_no_record_that_has_the_same_id_by_chance()
    {
        await HasAsync("leads", "旧的", "别处");
        await _list.DownloadAsync("leads", World.Admin);
        await using var elsewhere = await TestDatabase.CreateAsync();
        await elsewhere.CommitAsync(Importing.Kind("leads"), Importing.Csv("公司,需求", "乙,乙的"), actor: World.Admin);
        Assert.Equal(await _database.Read(db => db.Leads.Select(row => row.Id).SingleAsync()), await elsewhere.Read(db => db.Leads.Select(row => row.Id).SingleAsync()));

        Assert.Equal((1, 0, 0, 0), (await elsewhere.CommitAsync(Importing.Kind("leads"), Encoding.UTF8.GetBytes(_list.Text), actor: World.Admin)).Counts());
        Assert.Equal(["乙:乙的:", "甲:旧的:别处"], await elsewhere.Read(db => db.Leads.OrderBy(row => row.Id).Select(row => row.Company + ":" + row.Need + ":" + row.Title).ToListAsync()));
    }

    [Fact]
    public async Task A_stage_that_needs_a_day_beside_it_is_in_conflict_with_a_stage_that_was_changed_here()
    {
        await HasOpportunityAsync("需求确认", "");
        await _list.DownloadAsync("opportunities", World.Admin);
        await HasOpportunityAsync("方案呈现与谈判", "");
        _list.Set("当前阶段", "已成交");
        _list.Set("关闭日期", "2024-03-20");

        var problem = (await _list.WriteAsync()).Rows.Single(row => row.IsConflict).Problems.Single();
        Assert.Equal(("Stage", "方案呈现与谈判"), (problem.Field, problem.Clash!.Now));
        Assert.Equal((0, 1, 0, 0), (await _list.WriteAsync(ConflictChoice.Mine)).Counts());
        Assert.Equal(OpportunityStatus.Won, await _database.Read(db => db.Opportunities.Select(row => row.Status).SingleAsync()));
    }

    [Fact]
    public async Task A_stage_that_needs_a_day_beside_it_is_written_where_another_cell_was_changed_here()
    {
        await HasOpportunityAsync("需求确认", "");
        await _list.DownloadAsync("opportunities", World.Admin);
        await HasOpportunityAsync("", "别处改过");
        _list.Set("当前阶段", "已成交");
        _list.Set("关闭日期", "2024-03-20");

        Assert.Equal((0, 1, 0, 0), (await _list.WriteAsync()).Counts());
        Assert.Equal((OpportunityStatus.Won, "别处改过"), await _database.Read(db => db.Opportunities.Select(row => new ValueTuple<OpportunityStatus, string?>(row.Status, row.Competition)).SingleAsync()));
    }

    private async Task HasOpportunityAsync(string stage, string competition)
        => Assert.Equal(0, (await _database.CommitAsync(Importing.Kind("opportunities"), Importing.Csv("机会编号,客户名称,当前阶段,预计成交金额(元),竞争情况", $"M1,甲,{stage},1000,{competition}"), actor: World.Admin)).Refused);

    private async Task HasContactAsync(string cells)
        => Assert.Equal((0, 1, 0, 0), (await _database.CommitAsync(Importing.Kind("customers"), Importing.Csv("客户名称,联系人,联系人职位,联系电话,联系邮箱", "甲," + cells), actor: World.Admin)).Counts());

    private Task<List<string>> ContactsAsync()
        => _database.Read(db => db.Contacts.OrderBy(row => row.Id).Select(row => row.Name + "|" + row.Title + "|" + row.Mobile + "|" + row.Email).ToListAsync());

    private Task RenameLeadAsync() => _database.Read(async db =>
    {
        var lead = await db.Leads.SingleAsync();
        (lead.Company, lead.CompanyKey) = ("甲新", "甲新");
        await db.SaveAsync(World.Admin, CancellationToken.None);
        return 0;
    });

    private Task<long> CustomerAsync() => _database.Read(db => db.Customers.Where(row => row.Name == "甲").Select(row => row.Id).SingleAsync());

    private async Task HasAsync(string kind, string edited, string other)
    {
        var (header, row, first, second) = Kinds[kind];
        Assert.Equal(0, (await _database.CommitAsync(Importing.Kind(kind), Importing.Csv($"{header},{first},{second}", $"{row},{edited},{other}"), actor: World.Admin)).Refused);
    }
}
