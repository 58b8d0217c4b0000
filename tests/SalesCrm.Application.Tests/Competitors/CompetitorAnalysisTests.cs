using SalesCrm.Application.Competitors;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Opportunities.Rivals;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Paging;
using SalesCrm.Application.Tests.Opportunities;
using SalesCrm.Testing;

namespace SalesCrm.Application.Tests.Competitors;

public sealed class CompetitorAnalysisTests
{
    [Fact]
    public async Task Each_figure_equals_the_list_behind_it_and_counts_only_what_the_reader_sees()
    {
        await using var database = await TestDatabase.CreateAsync();
        var customer = await database.HasCustomerAsync("青禾食品", World.Rep);
        var won = await database.ReadyAtContractAsync(customer, World.Rep);
        await MeetAsync(database, won, -20, World.Rep);
        await database.WinAsync(won, World.Rep);
        foreach (var gap in new int?[] { -19, -10, null })
        {
            var lost = await database.HasOpportunityAsync(customer, World.Rep);
            await MeetAsync(database, lost, gap, World.Rep);
            Assert.True((await database.LoseAsync(lost, World.Rep)).IsDone);
        }

        var elsewhere = await database.HasOpportunityAsync(await database.HasCustomerAsync("岭南禾味", World.Rep3), World.Rep3);
        await MeetAsync(database, elsewhere, 5, World.Rep3);
        var id = Assert.Single((await database.With<CompetitorList, Page<CompetitorRow>>(u => u.ReadAsync(new(), new(), World.Rep, CancellationToken.None))).Rows).Id;

        var report = await database.With<CompetitorAnalysis, CompetitorAnalysis.Report>(u => u.ReadAsync(id, World.Rep, CancellationToken.None));
        Assert.Equal((1, 3, 0, 0.25m), (report.Total.Won, report.Total.Lost, report.Total.Open, report.Total.WinRate));
        Assert.Equal([(GapBand.FarBelow, 1, 0), (GapBand.Below, 0, 2), (GapBand.Unknown, 0, 1)], report.Bands.Select(line => (line.Filter.Band!.Value, line.Won, line.Lost)));
        Assert.Equal(3, Assert.Single(report.Reasons).Lost);
        foreach (var (line, result, count) in report.Bands.Concat(report.Provinces).Concat(report.Industries).SelectMany(line => new[] { (line, MeetingResult.Won, line.Won), (line, MeetingResult.Lost, line.Lost), (line, MeetingResult.Decided, line.Decided) })
            .Concat(report.Reasons.Select(line => (line, MeetingResult.Lost, line.Lost))))
        {
            Assert.Equal(count, (await BehindAsync(database, line.Filter with { Result = result }, World.Rep)).Total);
        }

        var all = await database.With<CompetitorAnalysis, CompetitorAnalysis.Report>(u => u.ReadAsync(null, World.Boss, CancellationToken.None));
        Assert.Equal(("竞品A", 5, 1), (Assert.Single(all.Competitors).Label, all.Competitors[0].Met, all.Competitors[0].Open));
        Assert.Equal(1, (await database.With<CompetitorAnalysis, CompetitorAnalysis.Report>(u => u.ReadAsync(id, World.Rep3, CancellationToken.None))).Total.Met);
    }

    [Fact]
    public async Task Who_took_the_order_was_met()
    {
        await using var database = await TestDatabase.CreateAsync();
        var id = await database.HasOpportunityAsync(await database.HasCustomerAsync("青禾食品", World.Rep), World.Rep);
        var winner = (await database.With<CreateCompetitor, Outcome<long>>(u => u.ExecuteAsync(new() { Name = "竞品B" }, World.Rep, CancellationToken.None))).Value;
        Assert.True((await database.LoseAsync(id, World.Rep, input => input.LostToId = winner)).IsDone);
        var report = await database.With<CompetitorAnalysis, CompetitorAnalysis.Report>(u => u.ReadAsync(winner, World.Rep, CancellationToken.None));
        Assert.Equal((1, 1, 0m), (report.Total.Lost, report.Total.LostToIt, report.Total.WinRate));
        Assert.True(Assert.Single((await BehindAsync(database, new(winner, MeetingResult.LostToIt), World.Rep)).Rows).LostToIt);
    }

    [Theory]
    [InlineData(-10, null)]
    [InlineData(5, null)]
    [InlineData(-12, "12 10 王芳")]
    [InlineData(-21, "21 10 赵一鸣")]
    public async Task Meeting_a_price_beyond_the_own_limit_names_who_approves(int gap, string? expected)
    {
        await using var database = await TestDatabase.CreateAsync();
        var id = await database.HasOpportunityAsync(await database.HasCustomerAsync("青禾食品", World.Rep), World.Rep);
        await MeetAsync(database, id, gap, World.Rep);
        var view = await database.With<OpportunityDetails, OpportunityView?>(u => u.FindAsync(id, World.Rep, CancellationToken.None));
        var warning = (await WarningsAsync(database, view!, World.Rep)).SingleOrDefault();
        Assert.Equal(expected, warning is null ? null : $"{warning.Discount} {warning.Limit} {warning.Approver}");
        Assert.Equal(gap < -20 ? 1 : 0, (await WarningsAsync(database, view!, World.Manager)).Count);
        Assert.Empty(await WarningsAsync(database, view!, World.Boss));
    }

    [Fact]
    public async Task A_proposal_is_made_until_it_is_confirmed()
    {
        await using var database = await TestDatabase.CreateAsync();
        var id = await database.HasOpportunityAsync(await database.HasCustomerAsync("青禾食品", World.Rep), World.Rep, input => input.Competition = "竞品A报价低10%，竞品B贵5个点");
        Assert.Equal([("竞品A", -10), ("竞品B", 5)], (await ProposalsAsync(database, id)).Select(row => (row.Competitor!, row.Gap!.Value)));
        await MeetAsync(database, id, null, World.Rep);
        var gapOnly = (await ProposalsAsync(database, id))[0];
        Assert.Equal((true, -10), (gapOnly.RivalId is not null, gapOnly.Gap!.Value));
        Assert.True((await database.With<SaveRival, Outcome>(u => u.ExecuteAsync(id, new() { Id = gapOnly.RivalId, Version = gapOnly.Version, PriceGap = -10, Offer = gapOnly.Words }, World.Rep, CancellationToken.None))).IsDone);
        Assert.Equal("竞品B", Assert.Single(await ProposalsAsync(database, id)).Competitor);
    }

    private static Task<IReadOnlyList<RivalProposals.Proposal>> ProposalsAsync(TestDatabase database, long id)
        => database.With<RivalProposals, IReadOnlyList<RivalProposals.Proposal>>(async u =>
        {
            var view = await database.With<OpportunityDetails, OpportunityView?>(d => d.FindAsync(id, World.Rep, CancellationToken.None));
            return await u.ReadAsync(view!.Facts.Competition, view.Rivals, CancellationToken.None);
        });

    private static Task<IReadOnlyList<PriceMatch.Warning>> WarningsAsync(TestDatabase database, OpportunityView view, Actor actor)
        => database.With<PriceMatch, IReadOnlyList<PriceMatch.Warning>>(u => u.WarningsAsync(view, actor, CancellationToken.None));

    private static Task<Page<MeetingList.MeetingRow>> BehindAsync(TestDatabase database, MeetingFilter filter, Actor actor)
        => database.With<MeetingList, Page<MeetingList.MeetingRow>>(u => u.ReadAsync(filter, new PageRequest(), actor, CancellationToken.None));

    private static async Task MeetAsync(TestDatabase database, long opportunity, int? gap, Actor actor)
        => Assert.True((await database.With<SaveRival, Outcome>(u => u.ExecuteAsync(opportunity, new() { Competitor = "竞品A", PriceGap = gap }, actor, CancellationToken.None))).IsDone);
}
