using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Acts;
using SalesCrm.Application.Audit;
using SalesCrm.Application.Customers.Bulk;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Customers.Confidential;
using SalesCrm.Application.Customers.Duplicates;
using SalesCrm.Application.Customers.Members;
using SalesCrm.Application.Deals;
using SalesCrm.Application.Exports;
using SalesCrm.Application.Lookups;
using SalesCrm.Application.Merges;
using SalesCrm.Application.Metrics;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Opportunities.Stages;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Paging;
using SalesCrm.Application.Shared.Time;
using SalesCrm.Application.Tests.Imports;
using SalesCrm.Application.Visits;
using SalesCrm.Testing;

namespace SalesCrm.Application.Tests.Customers;

/// <summary>A10: a confidential customer is there for its owner, his managers and those who are named, and for nobody else.</summary>
public sealed class ConfidentialTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private long _customer;
    private long _opportunity;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _customer = await _database.HasCustomerAsync("玄铁重工", World.Rep);
        _opportunity = await _database.HasPricedOpportunityAsync(_customer, World.Rep, "玄铁产线");
        await _database.LogAsync(_customer, World.Rep);
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    public static TheoryData<string, bool> Readers => new()
    {
        { "rep", true },
        { "manager", true },
        { "boss", true },
        { "rep2", false },
        { "manager2", false },
        { "rep3", false },
        { "admin", false },
    };

    [Theory]
    [MemberData(nameof(Readers))]
    public async Task A10_Opens_for_its_owner_and_his_managers_only(string userName, bool opens)
    {
        await CloseAsync(World.Rep);
        var actor = World.People[userName];
        foreach (var sight in Enum.GetValues<Sight>().Where(sight => sight != Sight.Own || userName is "rep" or "rep2" or "rep3"))
        {
            await SeesAsync(actor with { Sight = sight }, opens);
        }
    }

    [Fact]
    public async Task A10_Opens_for_who_is_named_but_not_for_his_manager()
    {
        await CloseAsync(World.Rep);
        Assert.True((await _database.With<ShareCustomer, Outcome>(u => u.ExecuteAsync(_customer, World.Rep3.UserId, MemberAccess.Read, World.Rep, CancellationToken.None))).IsDone);
        Assert.True((await _database.With<ShareCustomer, Outcome>(u => u.ExecuteAsync(_customer, World.Admin.UserId, MemberAccess.Read, World.Rep, CancellationToken.None))).IsDone);

        await SeesAsync(World.Rep3, true);
        await SeesAsync(World.Admin, true);
        await SeesAsync(World.Manager2, false);
        await SeesAsync(World.Manager2 with { Sight = Sight.Company }, false);
    }

    [Fact]
    public async Task Records_of_its_own_do_not_open_it_for_who_lost_it()
    {
        await _database.With<AssignCustomer, Outcome>(u => u.ExecuteAsync(_customer, World.Rep2.UserId, World.Manager, CancellationToken.None));
        await _database.Read(async db =>
        {
            db.CustomerMembers.RemoveRange(await db.CustomerMembers.ToListAsync());
            await db.SaveAsync(Actor.System, CancellationToken.None);
            return 0;
        });
        Assert.Single((await _database.With<VisitList, Page<VisitList.VisitRow>>(u => u.ReadAsync(new VisitFilter(), new PageRequest(), World.Rep, CancellationToken.None))).Rows);

        await CloseAsync(World.Rep2);

        await SeesAsync(World.Rep, false);
        await SeesAsync(World.Rep2, true);
    }

    [Fact]
    public async Task Only_its_owner_his_managers_and_the_admin_close_it_and_each_says_why()
    {
        await _database.With<ShareCustomer, Outcome>(u => u.ExecuteAsync(_customer, World.Rep3.UserId, MemberAccess.Edit, World.Rep, CancellationToken.None));

        Assert.Equal(OutcomeKind.NotFound, (await MarkAsync(World.Rep3, true, "军工")).Kind);
        Assert.Equal(OutcomeKind.NotFound, (await MarkAsync(World.Rep2, true, "军工")).Kind);
        Assert.Equal("请写明原因，原因会被记录", (await MarkAsync(World.Manager, true, " ")).Problems.Single().Message.ToString());
        Assert.True((await MarkAsync(World.Admin, true, "军工项目")).IsDone);
        Assert.Equal(OutcomeKind.NotFound, (await MarkAsync(World.Admin, false, "看看")).Kind);
        Assert.True((await MarkAsync(World.Rep, false, "已公开")).IsDone);

        var trail = await _database.Read(db => db.AuditEntries.Where(entry => entry.Subject == "Customer" && entry.Changes!.Contains("Confidential")).OrderBy(entry => entry.Id).Select(entry => entry.Changes!).ToListAsync());
        Assert.Contains("军工项目", trail[^2], StringComparison.Ordinal);
        Assert.Contains("已公开", trail[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Figures_count_its_records_and_the_drill_down_says_how_many_it_does_not_show()
    {
        await _database.PutIntoAsync(_opportunity, StageCode.Contract);
        var won = await _database.With<WinOpportunity, Outcome<StageGate>>(u => u.ExecuteAsync(
            _opportunity, new WinOpportunity.Input { ClosedOn = new DateOnly(2024, 4, 1), Amount = "268000", Reason = "直接签约" }, World.Rep, CancellationToken.None));
        Assert.Empty(won.Problems);
        await CloseAsync(World.Rep);
        var period = Period.OfMonth(2024, 4);

        foreach (var metric in new[] { Metric.WonDeals, Metric.WonCustomers })
        {
            var filter = new RecordFilter(period, Breakdown.Company, FigureKey.Total, metric);
            var seen = await _database.With<MetricRecords, Page<MetricRecordRow>>(u => u.ReadAsync(filter, null, World.Admin, CancellationToken.None));
            Assert.Equal((0, 1), (seen.Rows.Count, await _database.With<MetricRecords, int>(u => u.HiddenAsync(filter, World.Admin, CancellationToken.None))));
            Assert.Single((await _database.With<MetricRecords, Page<MetricRecordRow>>(u => u.ReadAsync(filter, null, World.Boss, CancellationToken.None))).Rows);
            Assert.Equal(0, await _database.With<MetricRecords, int>(u => u.HiddenAsync(filter, World.Boss, CancellationToken.None)));
        }
    }

    [Fact]
    public async Task Whoever_opens_finds_or_exports_it_is_written_down_once_in_ten_minutes()
    {
        var open = await _database.HasCustomerAsync("玄武岩建材", World.Rep);
        await CloseAsync(World.Rep);
        await OpenAsync(World.Manager);
        await OpenAsync(World.Manager);
        await _database.With<GlobalSearch, GlobalSearch.Found>(u => u.FindAsync("玄", 5, true, World.Manager, CancellationToken.None));
        await _database.With<GlobalSearch, GlobalSearch.Found>(u => u.FindAsync("玄", 5, true, World.Admin, CancellationToken.None));
        await _database.With<ExportList, Outcome<Export>>(u => u.CustomersAsync(new CustomerFilter(), "季度汇报", World.Manager, CancellationToken.None));
        _database.Clock.Now += TimeSpan.FromMinutes(11);
        await OpenAsync(World.Manager);

        var lines = (await _database.With<AccessLog, AccessLog.OfCustomer?>(u => u.ReadAsync(_customer, null, World.Rep, CancellationToken.None)))!.Lines.Rows;

        Assert.Equal([AccessKind.Opened, AccessKind.Exported, AccessKind.Found, AccessKind.Opened], lines.Select(line => line.Kind));
        Assert.Equal(("玄", "季度汇报", "王芳"), (lines[2].Detail, lines[1].Detail, lines[1].Who));
        Assert.Equal(0, await _database.Read(db => db.CustomerAccesses.CountAsync(access => access.CustomerId == open)));
        Assert.Null(await _database.With<AccessLog, AccessLog.OfCustomer?>(u => u.ReadAsync(_customer, null, World.Admin, CancellationToken.None)));
        var all = (await _database.With<AccessLog, Page<AccessLog.Line>?>(u => u.ReadAsync(null, World.Admin, CancellationToken.None)))!.Rows;
        Assert.Equal(4, all.Count);
        Assert.All(all, line => Assert.Equal((null, null), (line.Customer, line.Detail)));
    }

    [Fact]
    public async Task An_import_of_the_admin_neither_finds_nor_changes_it_and_says_what_it_says_of_an_unknown_one()
    {
        var number = await _database.Read(db => db.Opportunities.Where(row => row.Id == _opportunity).Select(row => row.Number).SingleAsync());
        await _database.CommitAsync(Importing.Kind("leads"), Importing.Csv("公司,联系人", "玄铁重工,赵六"));
        await _database.Read(async db =>
        {
            db.Entry(await db.Leads.SingleAsync()).Property(lead => lead.CustomerId).CurrentValue = _customer;
            await db.SaveAsync(Actor.System, CancellationToken.None);
            return 0;
        });
        await CloseAsync(World.Rep);

        foreach (var (kind, header, row) in new[]
        {
            ("customers", "客户名称,备注", "{0},试探"), ("leads", "公司,联系人", "{0},赵六"), ("visits", "客户名称,回访日期,回访方式,回访人,客户反馈", "{0},2024-03-01,电话,rep,试探"),
            ("opportunities", "机会编号,客户名称", number + ",{0}"), ("customers", "客户名称,备注", "{0}厂,试探"),
        })
        {
            var (closed, unknown) = (await CheckAsync("玄铁重工"), await CheckAsync("白石重工"));
            Assert.Equal(unknown.Replace("白石重工", "玄铁重工", StringComparison.Ordinal), closed);

            async Task<string> CheckAsync(string name)
                => Application.Imports.Rows.StoredReport.Write(await _database.CheckAsync(Importing.Kind(kind, "Customer"), Importing.Csv(header, string.Format(null, row, name)), actor: World.Admin));
        }

        Assert.Equal((1, 0, 0, 0), (await _database.CommitAsync(Importing.Kind("customers"), Importing.Csv("客户名称,备注", "玄铁重工,试探"), actor: World.Admin)).Counts());
        Assert.Null(await _database.Read(db => db.Customers.Where(row => row.Id == _customer).Select(row => row.Remark).SingleAsync()));
    }

    [Fact]
    public async Task Its_pair_in_the_work_list_of_duplicates_is_seen_by_its_own_people_only()
    {
        await _database.HasCustomerAsync("玄铁重工", World.Rep2);
        await CloseAsync(World.Rep);
        await _database.With<FindDuplicates, int>(find => find.ExecuteAsync(Actor.System, CancellationToken.None));

        foreach (var (actor, pairs) in new[] { (World.Rep, 1), (World.Manager, 1), (World.Rep2, 0), (World.Admin, 0) })
        {
            Assert.Equal((actor.Name, pairs), (actor.Name, (await _database.With<DuplicateList, Page<DuplicateList.PairRow>>(list => list.ReadAsync(null, actor, CancellationToken.None))).Rows.Count));
        }
    }

    [Fact]
    public async Task The_audit_of_everything_tells_the_admin_that_something_was_done_but_not_what()
    {
        await CloseAsync(World.Rep);

        var rows = (await _database.With<AuditLog, Page<AuditLog.AuditRow>>(u => u.ReadAsync(new AuditLog.Filter(), new PageRequest(), World.Admin, CancellationToken.None))).Rows;

        Assert.Contains(rows, row => row is { IsClosed: true, Subject: "Customer" });
        Assert.DoesNotContain(rows.SelectMany(row => row.Changes), change => $"{change.Old}{change.New}".Contains('玄', StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_confidential_file_is_not_merged_with_an_open_one()
    {
        var open = await _database.HasCustomerAsync("玄铁重工集团", World.Rep);
        await CloseAsync(World.Rep);

        var form = await _database.With<MergeForm, MergeForm.Comparison?>(u => u.ReadAsync(open, _customer, World.Rep, CancellationToken.None));

        Assert.Equal("一份是机密客户，另一份不是，请先把两份改成一致", form!.Problem.ToString());
    }

    [Fact]
    public async Task A10_The_admin_changes_nothing_in_it_by_undoing_what_was_done()
    {
        var open = await _database.HasCustomerAsync("青禾食品", World.Rep);
        await CloseAsync(World.Rep);
        await _database.With<ChangeCustomers, Outcome<ChangeCustomers.Result>>(change => change.ExecuteAsync(
            new ChangeCustomers.Input { Ids = [_customer, open], Change = BulkChange.Assign, OwnerId = World.Rep2.UserId }, World.Manager, CancellationToken.None));
        var bulk = await LatestActAsync();
        await _database.CommitAsync(Importing.Kind("contacts"), Importing.Csv("客户名称,姓名,手机", "玄铁重工,张三,13800005678"), actor: World.Manager);
        var contacts = await LatestActAsync();
        var number = (await _database.OpportunityAsync(_opportunity)).Number;
        await _database.CommitAsync(Importing.Kind("opportunities") with { System = "sf", Columns = new Dictionary<string, string> { ["id"] = "ExternalId", ["no"] = "Number", ["customer"] = "Customer", ["plan"] = "Milestones" } },
            Importing.Csv("id,no,customer,plan", $"X1,{number},玄铁重工,4月20日提交方案"), actor: World.Manager);
        var milestones = await LatestActAsync();
        Assert.Equal((1, 1, 1), await _database.Read(async db => (await db.Contacts.CountAsync(), await db.Milestones.CountAsync(), await db.ExternalIds.CountAsync())));

        var trial = (await _database.With<ActDetails, ActDetails.Card?>(details => details.FindAsync(bulk, tries: true, World.Admin, CancellationToken.None)))!.Trial!;
        Assert.True((1, 1, null, "已不归您管理") == (trial.Restorable, trial.LeftCount, trial.Left.Single().Title, trial.Left.Single().Why.ToString()));
        Assert.Equal(1, (await UndoAsync(bulk, World.Admin)).Value);
        Assert.False((await UndoAsync(contacts, World.Admin)).IsDone);
        Assert.False((await UndoAsync(milestones, World.Admin)).IsDone);

        Assert.Equal((World.Rep2.UserId, World.Rep.UserId), await _database.Read(async db => (
            (await db.Customers.SingleAsync(row => row.Id == _customer)).OwnerId!.Value, (await db.Customers.SingleAsync(row => row.Id == open)).OwnerId!.Value)));
        Assert.Equal((1, 1, 1), await _database.Read(async db => (await db.Contacts.CountAsync(), await db.Milestones.CountAsync(), await db.ExternalIds.CountAsync())));
        foreach (var act in new[] { milestones, contacts, bulk })
        {
            Assert.True((await UndoAsync(act, World.Manager)).IsDone);
        }

        Assert.Equal((0, 0, 0), await _database.Read(async db => (await db.Contacts.CountAsync(), await db.Milestones.CountAsync(), await db.ExternalIds.CountAsync())));
        Assert.Equal(World.Rep.UserId, await _database.Read(db => db.Customers.Where(row => row.Id == _customer).Select(row => row.OwnerId).SingleAsync()));
    }

    private Task<long> LatestActAsync() => _database.Read(db => db.Acts.MaxAsync(act => act.Id));

    private Task<Outcome<int>> UndoAsync(long act, Actor actor) => _database.With<UndoAct, Outcome<int>>(undo => undo.ExecuteAsync(act, actor, CancellationToken.None));

    private Task OpenAsync(Actor actor) => _database.With<NoteAccess>(u => u.OpenedAsync(_customer, actor, CancellationToken.None));

    private async Task CloseAsync(Actor actor) => Assert.True((await MarkAsync(actor, true, "军工项目")).IsDone);

    private Task<Outcome> MarkAsync(Actor actor, bool close, string reason)
        => _database.With<MarkConfidential, Outcome>(u => u.ExecuteAsync(_customer, new MarkConfidential.Input { IsConfidential = close, Reason = reason }, actor, CancellationToken.None));

    private async Task SeesAsync(Actor actor, bool opens)
    {
        var counts = await _database.Read(async db => new[]
        {
            await db.CustomersOf(actor).CountAsync(),
            await db.CustomersWhollySeenBy(actor).CountAsync(),
            await db.OpportunitiesOf(actor).CountAsync(),
            await db.VisitsOf(actor).CountAsync(),
            (await new GlobalSearch(db, new VisitList(db, new CompanyClock(_database.Clock, CompanyClock.ZoneOf(null))), new NoteAccess(db)).FindAsync("玄铁", 5, true, actor, CancellationToken.None)).Total > 0 ? 1 : 0,
            await db.DealsEditedBy(actor).CountAsync() + 1,
        });
        Assert.Equal(opens ? [1, 1, 1, 1, 1, 1] : [0, 0, 0, 0, 0, 1], counts);
        Assert.Equal(!opens, await _database.With<ConfidentialDoor, bool>(u => u.IsClosedAsync(_customer, actor, CancellationToken.None)));
        Assert.Equal(opens, await _database.With<CustomerDetails, CustomerDetails.CustomerCard?>(u => u.FindAsync(_customer, actor, CancellationToken.None)) is not null);
        foreach (var typed in new[] { "玄铁重工", "玄铁重攻" })
        {
            var duplicates = await _database.With<CustomerDuplicates, IReadOnlyList<CustomerDuplicates.DuplicateRow>>(u => u.FindAsync(typed, [], [], null, actor, CancellationToken.None));
            Assert.Equal(opens ? new long?[] { _customer } : [], duplicates.Select(row => row.Id));
        }
    }
}
