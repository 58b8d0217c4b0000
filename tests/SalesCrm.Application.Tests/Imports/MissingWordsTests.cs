using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Acts;
using SalesCrm.Application.Imports.Downloads;
using SalesCrm.Application.Imports.Uploads;
using SalesCrm.Application.Shared;
using SalesCrm.Testing;

namespace SalesCrm.Application.Tests.Imports;

/// <summary>Words of a file that the dictionaries do not have.</summary>
public sealed class MissingWordsTests : IAsyncLifetime
{
    private static readonly byte[] File = Importing.Csv("客户名称,所属行业,客户来源,企业规模,需求阶段", "甲公司,量子计算,,3000,", "乙公司,量子计算,火星展,巨型企业,", "丙公司,深海采矿,,12,想一想", "丁公司,,,,");

    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.CreateAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Are_listed_with_how_many_rows_have_them()
    {
        var report = await _database.CheckAsync(Importing.Kind("customers"), File);

        Assert.Equal((1, 0, 0, 3), report.Counts());
        Assert.Equal(
            ["Industry/Industry: 量子计算 2, 深海采矿 1", "Source/Source: 火星展 1", "CompanySize/CompanySize: 巨型企业 1", "NeedStage/: 想一想 1"],
            report.Missing.OrderBy(words => words.Field switch { "Industry" => 1, "Source" => 2, "CompanySize" => 3, _ => 4 }).Select(words => $"{words.Field}/{words.Create}: {string.Join(", ", words.Words.Select(word => $"{word.Word} {word.Rows}"))}"));
    }

    [Fact]
    public async Task Are_created_at_a_word_and_remembered()
    {
        var handle = await TriedAsync(World.Admin);
        Assert.True((await AllowAsync(handle, World.Admin, "Industry", "Source", "CompanySize")).IsDone);
        await WorkAsync(handle, World.Admin, commit: false);
        var report = (await CardAsync(handle)).Report!;
        Assert.Equal((3, 1), (report.Created, report.Refused));
        Assert.Equal(["NeedStage"], report.Missing.Select(words => words.Field));
        Assert.False(await _database.Read(db => db.Dictionary.AnyAsync(word => word.Name == "量子计算")));

        await _database.With<CommitImport, Outcome>(commit => commit.ExecuteAsync(handle, false, ConflictChoice.Refuse, World.Admin, CancellationToken.None));
        await WorkAsync(handle, World.Admin, commit: true);
        Assert.Equal(2, await _database.Read(db => db.Customers.CountAsync(customer => customer.Industry!.Name == "量子计算")));
        Assert.Equal("巨型企业", await _database.Read(db => db.Customers.Where(customer => customer.Name == "乙公司").Select(customer => customer.CompanySize!.Name).SingleAsync()));
        Assert.False(await _database.Read(db => db.Dictionary.AnyAsync(word => word.Name == "深海采矿" || word.Name == "3000")));

        var next = await UploadAsync(World.Admin);
        var view = await _database.With<ImportMapping, ImportMapping.View?>(mapping => mapping.ReadAsync(next, "customers", null, World.Admin, CancellationToken.None));
        Assert.Equal(["Industry", "Source", "CompanySize"], view!.Create);
    }

    [Fact]
    public async Task Go_again_with_the_import_that_made_them_unless_somebody_uses_them()
    {
        var handle = await TriedAsync(World.Admin);
        await AllowAsync(handle, World.Admin, "Industry", "Source", "CompanySize");
        await WorkAsync(handle, World.Admin, commit: false);
        await _database.With<CommitImport, Outcome>(commit => commit.ExecuteAsync(handle, false, ConflictChoice.Refuse, World.Admin, CancellationToken.None));
        await WorkAsync(handle, World.Admin, commit: true);
        await _database.CommitAsync(Importing.Kind("customers"), Importing.Csv("客户名称,客户来源", "别家公司,火星展"));

        var act = (await CardAsync(handle)).ActId!.Value;
        Assert.True((await _database.With<UndoAct, Outcome<int>>(undo => undo.ExecuteAsync(act, World.Admin, CancellationToken.None))).IsDone);

        Assert.Equal(["火星展"], await _database.Read(db => db.Dictionary.Where(word => word.Name == "量子计算" || word.Name == "火星展" || word.Name == "巨型企业").Select(word => word.Name).ToListAsync()));
        Assert.Equal(1, await _database.Read(db => db.Acts.Where(row => row.Id == act).Select(row => row.Left).SingleAsync()));
    }

    [Fact]
    public async Task Are_the_admins_to_make()
    {
        var handle = await TriedAsync(World.Manager);
        Assert.Equal(OutcomeKind.NotFound, (await AllowAsync(handle, World.Manager, "Industry")).Kind);
        Assert.Equal(OutcomeKind.NotFound, (await AllowAsync(handle, World.Admin, "Industry")).Kind);
        var view = await _database.With<ImportMapping, ImportMapping.View?>(mapping => mapping.ReadAsync(handle, "customers", null, World.Manager, CancellationToken.None));
        Assert.Contains("Industry", view!.Missing.Select(words => words.Field));
    }

    [Fact]
    public async Task Are_exchanged_for_words_on_file_and_for_no_others()
    {
        await _database.Read(db => db.Dictionary.Where(word => word.Name == "智能制造").ExecuteUpdateAsync(set => set.SetProperty(word => word.IsArchived, true)));
        var handle = await TriedAsync(World.Manager);
        var view = (await _database.With<ImportMapping, ImportMapping.View?>(mapping => mapping.ReadAsync(handle, "customers", null, World.Manager, CancellationToken.None)))!;
        Assert.Contains("IT服务", view.Known["Industry"]);
        Assert.DoesNotContain("智能制造", view.Known["Industry"]);
        Assert.Equal(["初步了解", "需求确认", "方案对比", "商务谈判", "已成交", "无需求"], view.Known["NeedStage"]);

        Assert.Equal("Fields", (await SwapAsync(handle, ("Industry", "量子计算", "海底捞"))).Problems.Single().Property);
        Assert.True((await SwapAsync(handle, ("Industry", "量子计算", "IT服务"), ("Industry", "深海采矿", ""), ("NeedStage", "想一想", "初步了解"))).IsDone);
        await WorkAsync(handle, World.Manager, commit: false);

        var report = (await _database.With<ImportDetails, ImportDetails.Card?>(details => details.ReadAsync(handle, World.Manager, CancellationToken.None)))!.Report!;
        Assert.Equal(["深海采矿", "火星展", "巨型企业"], report.Missing.SelectMany(words => words.Words).Select(word => word.Word).OrderBy(word => Array.IndexOf(["深海采矿", "火星展"], word) is >= 0 and var at ? at : 2));
    }

    private Task<Outcome> SwapAsync(Guid handle, params (string Field, string Word, string Known)[] swaps) => _database.With<MapImport, Outcome>(map => map.ExecuteAsync(
        handle,
        new MapImport.Input
        {
            Kind = "customers",
            Sheet = "客户",
            Fields = ["Name", "Industry", "Source", "CompanySize", "NeedStage"],
            Swaps = [.. swaps.Select(swap => new MapImport.Swap { Field = swap.Field, Word = swap.Word, Known = swap.Known })],
        },
        World.Manager, CancellationToken.None));

    private async Task<Guid> UploadAsync(Actor actor)
        => (await _database.With<UploadImport, Outcome<Guid>>(upload => upload.ExecuteAsync(File, "客户.csv", null, null, actor, CancellationToken.None))).Value;

    private async Task<Guid> TriedAsync(Actor actor)
    {
        var handle = await UploadAsync(actor);
        Assert.True((await _database.With<MapImport, Outcome>(map => map.ExecuteAsync(handle, new MapImport.Input { Kind = "customers", Sheet = "客户", Fields = ["Name", "Industry", "Source", "CompanySize", "NeedStage"] }, actor, CancellationToken.None))).IsDone);
        await WorkAsync(handle, actor, commit: false);
        return handle;
    }

    private Task<Outcome> AllowAsync(Guid handle, Actor actor, params string[] what)
        => _database.With<AllowCreation, Outcome>(allow => allow.ExecuteAsync(handle, what, actor, CancellationToken.None));

    private Task WorkAsync(Guid handle, Actor actor, bool commit)
        => _database.With<CarryOutImport>(work => work.ExecuteAsync(new ImportJob(handle, actor, commit, false), CancellationToken.None));

    private async Task<ImportDetails.Card> CardAsync(Guid handle)
        => (await _database.With<ImportDetails, ImportDetails.Card?>(details => details.ReadAsync(handle, World.Admin, CancellationToken.None)))!;
}
