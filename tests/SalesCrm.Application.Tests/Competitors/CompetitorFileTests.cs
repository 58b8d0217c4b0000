using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Competitors;
using SalesCrm.Application.Opportunities.Rivals;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Paging;
using SalesCrm.Application.Tests.Imports;
using SalesCrm.Testing;

namespace SalesCrm.Application.Tests.Competitors;

public sealed class CompetitorFileTests
{
    [Fact]
    public async Task A_move_about_an_opportunity_is_read_by_who_sees_that_one()
    {
        await using var database = await TestDatabase.CreateAsync();
        var (id, opportunity) = await MetAsync(database);
        Assert.True((await AddAsync(database, id, input => input.Text = "发布新版本", World.Rep3)).IsDone);
        var refused = await AddAsync(database, id, input => input.Text = "给青禾食品报了九折", World.Rep);
        Assert.Equal("OpportunityId", Assert.Single(refused.Problems).Property);
        Assert.True((await AddAsync(database, id, input => (input.Text, input.OpportunityId) = ("给青禾食品报了九折", opportunity), World.Rep)).IsDone);
        Assert.Equal(OutcomeKind.Invalid, (await AddAsync(database, id, input => input.OpportunityId = opportunity, World.Rep3)).Kind);
        Assert.Equal(2, (await ReadAsync(database, id, null, World.Manager)).Total);
        Assert.Equal("发布新版本", Assert.Single((await ReadAsync(database, id, null, World.Rep3)).Rows).Text);
        Assert.Equal(1, (await ReadAsync(database, id, NoteKind.Price, World.Rep)).Total);
    }

    [Fact]
    public async Task A_move_is_changed_and_archived_by_its_author_a_manager_or_the_admin()
    {
        await using var database = await TestDatabase.CreateAsync();
        var (id, _) = await MetAsync(database);
        var note = (await AddAsync(database, id, _ => { }, World.Rep)).Value;
        foreach (var (actor, may) in new[] { (World.Rep, true), (World.Rep2, false), (World.Manager2, true), (World.Admin, true) })
        {
            Assert.Equal(may, await database.With<EditCompetitorNote, EditCompetitorNote.Input?>(u => u.FindAsync(id, note, actor, CancellationToken.None)) is not null);
        }

        var form = await database.With<EditCompetitorNote, EditCompetitorNote.Input?>(u => u.FindAsync(id, note, World.Rep, CancellationToken.None));
        Assert.Equal(OutcomeKind.NotFound, (await database.With<EditCompetitorNote, Outcome>(u => u.ExecuteAsync(id, note, form!, World.Rep2, CancellationToken.None))).Kind);
        Assert.True((await database.With<EditCompetitorNote, Outcome>(u => u.ExecuteAsync(id, note, form! with { IsArchived = true, Text = "改过" }, World.Rep, CancellationToken.None))).IsDone);
        Assert.Equal(OutcomeKind.Conflict, (await database.With<EditCompetitorNote, Outcome>(u => u.ExecuteAsync(id, note, form!, World.Admin, CancellationToken.None))).Kind);
        Assert.Equal(0, (await ReadAsync(database, id, null, World.Rep)).Total);
    }

    [Fact]
    public async Task A_product_is_listed_once()
    {
        await using var database = await TestDatabase.CreateAsync();
        var (id, _) = await MetAsync(database);
        var input = new SaveCompetitorProduct.Input { Name = "MES 标准版", Position = PricePosition.Lower };
        Assert.True((await database.With<SaveCompetitorProduct, Outcome>(u => u.ExecuteAsync(id, input, World.Rep, CancellationToken.None))).IsDone);
        Assert.Equal("Name", Assert.Single((await database.With<SaveCompetitorProduct, Outcome>(u => u.ExecuteAsync(id, input, World.Rep, CancellationToken.None))).Problems).Property);
        var there = Assert.Single((await database.With<CompetitorDetails, CompetitorDetails.File?>(u => u.FindAsync(id, CancellationToken.None)))!.Products);
        Assert.True((await database.With<SaveCompetitorProduct, Outcome>(u => u.ExecuteAsync(id, new() { Id = there.Id, Name = there.Name, IsRemoved = true, Version = there.Version }, World.Rep, CancellationToken.None))).IsDone);
        Assert.Empty((await database.With<CompetitorDetails, CompetitorDetails.File?>(u => u.FindAsync(id, CancellationToken.None)))!.Products);
    }

    [Fact]
    public void A_line_of_answers_is_a_pair()
        => Assert.Equal([("价格低", "二期另收费"), ("上线快", null)], new BattleCard(null, "价格低 → 二期另收费\n上线快", null, null).Pairs);

    [Fact]
    public async Task An_import_notes_the_competitors_that_the_text_names()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.HasCustomerAsync("青禾食品", World.Rep);
        var file = Importing.Csv("机会编号,客户名称,竞争情况", "XS1,青禾食品,\"竞品A报价低10%，竞品B贵5个点\"", "XS2,青禾食品,竞品报价更低", "XS3,青禾食品,金蝶便宜8%");
        var profile = Importing.Kind("opportunities");
        Assert.Equal((3, 0, 0, 0), (await database.CheckAsync(profile, file)).Counts());
        Assert.Equal(0, await database.Read(db => db.Competitors.CountAsync()));
        var report = await database.CommitAsync(profile, file);
        Assert.Contains(report.Rows, row => row.Notes.Any(note => note.ToString().Contains("金蝶", StringComparison.Ordinal)));
        Assert.Equal(
            [("XS1", "竞品A", -10), ("XS1", "竞品B", 5)],
            (await database.Read(db => db.Rivals.OrderBy(row => row.Id).Select(row => new { row.Opportunity!.Number, row.Competitor!.Name, row.PriceGap }).ToListAsync())).Select(row => (row.Number, row.Name, row.PriceGap!.Value)));
        Assert.Equal("竞品A报价低10%，竞品B贵5个点", await database.Read(db => db.Opportunities.Where(row => row.Number == "XS1").Select(row => row.Competition).SingleAsync()));
        Assert.Equal((0, 0, 3, 0), (await database.CommitAsync(profile, file)).Counts());
    }

    private static async Task<(long Competitor, long Opportunity)> MetAsync(TestDatabase database)
    {
        var opportunity = await database.HasOpportunityAsync(await database.HasCustomerAsync("青禾食品", World.Rep), World.Rep);
        Assert.True((await database.With<SaveRival, Outcome>(u => u.ExecuteAsync(opportunity, new() { Competitor = "竞品A" }, World.Rep, CancellationToken.None))).IsDone);
        return (await database.Read(db => db.Competitors.Select(row => row.Id).SingleAsync()), opportunity);
    }

    private static Task<Outcome<long>> AddAsync(TestDatabase database, long id, Action<AddCompetitorNote.Input> change, Actor actor)
    {
        var input = new AddCompetitorNote.Input { On = new DateOnly(2024, 3, 1), Kind = NoteKind.Price, Text = "降价", Source = "官网" };
        change(input);
        input.Kind = input.Text == "发布新版本" ? NoteKind.Product : input.Kind;
        return database.With<AddCompetitorNote, Outcome<long>>(u => u.ExecuteAsync(id, input, actor, CancellationToken.None));
    }

    private static Task<Page<CompetitorTimeline.NoteRow>> ReadAsync(TestDatabase database, long id, NoteKind? kind, Actor actor)
        => database.With<CompetitorTimeline, Page<CompetitorTimeline.NoteRow>>(u => u.ReadAsync(id, kind, false, null, actor, CancellationToken.None));
}
