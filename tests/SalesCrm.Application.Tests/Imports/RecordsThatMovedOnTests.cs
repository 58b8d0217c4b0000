using System.Text;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Merges;
using SalesCrm.Application.Shared;
using SalesCrm.Testing;

namespace SalesCrm.Application.Tests.Imports;

/// <summary>After a list was downloaded the customer of its records was renamed or merged, or a record is gone.</summary>
public sealed class RecordsThatMovedOnTests : IAsyncLifetime
{
    private const string Gone = "这一行对应的记录已被删除，或不在您的权限内；要作为新记录导入，请把它抄到一个新文件里";

    /// <summary>How each kind that names its customer is written into a file.</summary>
    private static readonly Dictionary<string, (string Header, string Row)> Kinds = new()
    {
        ["opportunities"] = ("机会编号,客户名称,当前阶段,负责人,竞争情况,机会名称", "M1,甲,需求确认,林晓雯,旧的,别处"),
        ["deals"] = ("成交编号,客户名称,成交日期,成交金额(元),负责人,备注,渠道", "D1,甲,2024-03-01,1000,林晓雯,旧的,别处"),
        ["visits"] = ("回访日期,客户名称,回访方式,回访人,沟通主题,客户反馈,处理措施", "2024-03-01,甲,电话,林晓雯,回访,旧的,别处"),
    };

    private TestDatabase _database = null!;
    private DownloadedList _list = null!;

    public static TheoryData<string, bool, bool> KindsAndChanges
    {
        get
        {
            var data = new TheoryData<string, bool, bool>();
            foreach (var kind in Kinds.Keys)
            {
                data.Add(kind, true, true);
                data.Add(kind, true, false);
                data.Add(kind, false, true);
                data.Add(kind, false, false);
            }

            return data;
        }
    }

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _list = new DownloadedList(_database);
        await _database.HasCustomerAsync("甲", World.Rep);
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Theory]
    [MemberData(nameof(KindsAndChanges))]
    public async Task A_record_whose_customer_was_renamed_meanwhile_is_met(string kind, bool asText, bool isChanged)
    {
        await HasAsync(kind, "甲");
        await _list.DownloadAsync(kind);
        await RenameAsync("甲", "甲新");
        if (isChanged)
        {
            await HasAsync(kind, "甲新", "别处改过");
        }

        Assert.Equal((0, 1, 0, 0), (await _list.UploadAsync(asText, "旧的", "我的")).Counts());
        await HoldsOneAsync(kind, ["甲新", "我的", isChanged ? "别处改过" : "别处"]);
        Assert.Equal(["甲新"], await CustomersAsync());
    }

    [Theory]
    [InlineData("opportunities")]
    [InlineData("deals")]
    [InlineData("visits")]
    public async Task A_customer_who_has_the_old_name_now_is_not_the_one_who_is_meant(string kind)
    {
        await HasAsync(kind, "甲");
        await _list.DownloadAsync(kind);
        await RenameAsync("甲", "甲新");
        await _database.HasCustomerAsync("甲", World.Rep);

        Assert.Equal((0, 1, 0, 0), (await _list.UploadAsync(true, "旧的", "我的")).Counts());
        await HoldsOneAsync(kind, ["甲新", "我的"]);
    }

    [Theory]
    [InlineData("opportunities")]
    [InlineData("deals")]
    [InlineData("visits")]
    public async Task A_record_whose_customer_went_into_another_is_met(string kind)
    {
        await HasAsync(kind, "甲");
        await _list.DownloadAsync(kind);
        await _database.HasCustomerAsync("乙", World.Rep);
        var pair = await _database.Read(db => db.Customers.OrderByDescending(row => row.Id).Select(row => new { row.Id, row.Version }).ToListAsync());
        Assert.True((await _database.With<MergeCustomers, Outcome<long>>(merge => merge.ExecuteAsync(new(pair[0].Id, pair[1].Id, [], pair[0].Version, pair[1].Version, "同一家"), World.Manager, CancellationToken.None))).IsDone);

        Assert.Equal((0, 1, 0, 0), (await _list.UploadAsync(true, "旧的", "我的")).Counts());
        await HoldsOneAsync(kind, ["乙", "我的"]);
    }

    [Theory]
    [InlineData("opportunities", "机会编号 M1 属于客户“甲新”")]
    [InlineData("deals", "成交编号 D1 属于客户“甲新”")]
    public async Task Another_customer_who_was_written_into_the_row_is_refused(string kind, string reason)
    {
        await _database.HasCustomerAsync("乙", World.Rep);
        await HasAsync(kind, "甲");
        await _list.DownloadAsync(kind);
        await RenameAsync("甲", "甲新");
        await HasAsync(kind, "甲新", "别处改过");
        _list.Set("客户名称", "乙");

        Assert.Equal(reason, (await _list.TryAsync()).Reason());
    }

    [Theory]
    [InlineData("opportunities", 0, 1)]
    [InlineData("deals", 0, 1)]
    [InlineData("visits", 1, 0)]
    public async Task A_record_of_another_installation_that_has_the_same_id_by_chance_belongs_to_another_customer(string kind, int created, int refused)
    {
        await HasAsync(kind, "甲");
        await _list.DownloadAsync(kind);
        await using var elsewhere = await TestDatabase.CreateAsync();
        await elsewhere.HasCustomerAsync("乙", World.Rep);
        await elsewhere.HasCustomerAsync("甲", World.Rep);
        Assert.Equal(1, (await elsewhere.CommitAsync(Importing.Kind(kind), Importing.Csv(Kinds[kind].Header, Kinds[kind].Row.Replace("甲", "乙", StringComparison.Ordinal)), actor: World.Admin)).Created);

        Assert.Equal((created, 0, 0, refused), (await elsewhere.CommitAsync(Importing.Kind(kind), Encoding.UTF8.GetBytes(_list.Text.Replace("旧的", "我的", StringComparison.Ordinal)), actor: World.Admin)).Counts());
    }

    [Theory]
    [InlineData("opportunities", "这个商机已归档，请先恢复")]
    [InlineData("deals", "这笔成交已归档，请先恢复")]
    [InlineData("visits", "这条跟进已归档，请先恢复")]
    public async Task A_record_that_was_archived_meanwhile_is_refused_and_does_not_come_anew(string kind, string reason)
    {
        await HasAsync(kind, "甲");
        await _list.DownloadAsync(kind);
        await ChangeAsync(kind, async db =>
        {
            await db.Opportunities.ForEachAsync(row => row.ArchivedAt = db.Now);
            await db.Deals.ForEachAsync(row => row.ArchivedAt = db.Now);
            await db.Visits.ForEachAsync(row => row.ArchivedAt = db.Now);
        });

        Assert.Equal(reason, (await _list.UploadAsync(true, "旧的", "我的")).Reason());
        Assert.Equal((0, 0, 1, 0), (await _list.UploadAsync(true, "旧的", "旧的")).Counts());
        Assert.Equal(1, await CountAsync());
    }

    [Theory]
    [InlineData("opportunities", false)]
    [InlineData("opportunities", true)]
    [InlineData("deals", false)]
    [InlineData("deals", true)]
    [InlineData("visits", false)]
    [InlineData("visits", true)]
    public async Task A_record_that_was_deleted_meanwhile_is_refused_and_does_not_come_anew(string kind, bool isRenamed)
    {
        await HasAsync(kind, "甲");
        await _list.DownloadAsync(kind);
        await ChangeAsync(kind, async db =>
        {
            db.RemoveRange(await db.StageChanges.ToListAsync());
            db.RemoveRange(await db.Opportunities.ToListAsync());
            db.RemoveRange(await db.Deals.ToListAsync());
            db.RemoveRange(await db.Visits.ToListAsync());
        });
        if (isRenamed)
        {
            await RenameAsync("甲", "甲新");
            await _database.HasCustomerAsync("甲", World.Rep);
        }

        Assert.Equal(Gone, (await _list.UploadAsync(true, "旧的", "我的")).Reason());
        Assert.Equal(0, await CountAsync());
    }

    private async Task HasAsync(string kind, string customer, string other = "别处")
    {
        var (header, row) = Kinds[kind];
        var cells = row.Replace("甲", customer, StringComparison.Ordinal).Replace("别处", other, StringComparison.Ordinal);
        Assert.Equal(0, (await _database.CommitAsync(Importing.Kind(kind), Importing.Csv(header, cells), actor: World.Admin)).Refused);
    }

    private async Task HoldsOneAsync(string kind, IEnumerable<string> cells)
    {
        Assert.Equal(1, await CountAsync());
        await _list.DownloadAsync(kind);
        Assert.All(cells, cell => Assert.Contains(cell, _list.Text, StringComparison.Ordinal));
    }

    private Task<int> CountAsync() => _database.Read(async db => await db.Opportunities.CountAsync() + await db.Deals.CountAsync() + await db.Visits.CountAsync());

    private Task<List<string>> CustomersAsync() => _database.Read(db => db.Customers.Select(row => row.Name).ToListAsync());

    private Task RenameAsync(string name, string to) => ChangeAsync("customers", async db => (await db.Customers.SingleAsync(row => row.Name == name)).Rename(to, to));

    private Task ChangeAsync(string kind, Func<CrmDbContext, Task> change) => _database.Read(async db =>
    {
        await change(db);
        await db.SaveAsync(World.Admin, CancellationToken.None);
        return kind;
    });
}
