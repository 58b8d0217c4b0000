using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Fields;
using SalesCrm.Application.Grading;
using SalesCrm.Application.Opportunities.Stages;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Application.Opportunities;

/// <summary>The pipeline as a board: the six steps with their first cards, counts and sums, and what was decided this quarter. Two commands.</summary>
public sealed class OpportunityBoard(CrmDbContext db, CompanyClock clock)
{
    /// <summary>Cards shown in a column; the list shows the rest.</summary>
    public const int Most = 50;

    /// <summary>The columns, in the order of the process.</summary>
    public static IReadOnlyList<StageCode> Steps { get; } =
        [StageCode.Identified, StageCode.FirstContact, StageCode.NeedsAnalysis, StageCode.Proposal, StageCode.Contract, StageCode.AfterSales];

    public async Task<OpportunityBoardView> ReadAsync(OpportunityFilter filter, Actor actor, CancellationToken cancellationToken)
    {
        var today = clock.Today;
        var quarter = CompanyClock.QuarterOf(today);
        var own = filter.Fields?.Resolve(db, await db.FieldsAsync(FieldSubject.Opportunity, actor, cancellationToken)) ?? [];
        var all = filter.Apply(db.OpportunitiesOf(actor).AsNoTracking(), db, clock).Narrowed(own);
        var (open, won) = OnBoard(all);
        var (walkedOpen, walkedWon) = OnBoard(filter.Apply(db.OpportunitiesOf(actor.Walking).AsNoTracking(), db, clock).Narrowed(own));

        var stages = await db.StagesAsync(cancellationToken);
        var sums = await open.GroupBy(row => row.Stage)
            .Select(group => new { Stage = group.Key, Count = group.Count(), Amount = group.Sum(row => row.Amount), Stalled = group.Count(row => row.StageDueOn < today) })
            .Concat(won.GroupBy(row => row.Stage)
                .Select(group => new { Stage = group.Key, Count = group.Count(), Amount = group.Sum(row => row.Amount), Stalled = group.Count(row => row.StageDueOn < today) }))
            .Concat(all.Where(row => row.Status != OpportunityStatus.Open && row.ClosedOn >= quarter.First && row.ClosedOn <= quarter.Last)
                .GroupBy(row => row.Status == OpportunityStatus.Won ? StageCode.Won : StageCode.Lost)
                .Select(group => new { Stage = group.Key, Count = group.Count(), Amount = group.Sum(row => row.Amount), Stalled = 0 }))
            .ToDictionaryAsync(row => row.Stage, row => (row.Count, Amount: row.Amount ?? 0, row.Stalled), cancellationToken);
        var cards = (await CardsAsync(walkedOpen, walkedWon, cancellationToken)).ToLookup(card => card.Stage);

        return new(
            stages.Where(stage => Steps.Contains(stage.Code)).Select(stage => Column(stage)).ToList(),
            Decided(StageCode.Won),
            Decided(StageCode.Lost));

        BoardSum Decided(StageCode stage) => sums.GetValueOrDefault(stage) is var sum ? new(sum.Count, sum.Amount) : default!;

        BoardColumn Column(Stage stage)
        {
            var (count, amount, stalled) = sums.GetValueOrDefault(stage.Code);
            return new(stage.Code, StageNames.Of(stage), stage.Probability, stage.ExpectedDays, count, amount, stalled, cards[stage.Code].ToList());
        }
    }

    private static (IQueryable<Opportunity> Open, IQueryable<Opportunity> Won) OnBoard(IQueryable<Opportunity> all) => (
        all.Where(row => row.Status == OpportunityStatus.Open),
        all.Where(row => row.Status == OpportunityStatus.Won && row.Stage == StageCode.AfterSales));

    private Task<List<BoardCard>> CardsAsync(IQueryable<Opportunity> open, IQueryable<Opportunity> won, CancellationToken cancellationToken)
    {
        // One short walk along an index for each column; whoever has waited longest comes first.
        var ids = Steps.Select(step => (step == StageCode.AfterSales ? won : open).Where(row => row.Stage == step).OrderBy(row => row.StageEnteredAt).ThenBy(row => row.Id).Take(Most).Select(row => row.Id))
            .Aggregate((some, more) => some.Concat(more));
        return db.Opportunities.AsNoTracking().Where(row => ids.Contains(row.Id))
            .OrderBy(row => row.StageEnteredAt).ThenBy(row => row.Id)
            .Select(row => new BoardCard(
                row.Id, row.Stage, row.Name, row.CustomerId, row.Customer!.Name, row.Customer.Grade, row.Amount, row.Owner!.DisplayName, row.StageEnteredAt, row.StageDueOn,
                row.Customer.NextFollowUpOn, row.Customer.NextFollowUpText, row.Risk, row.SourceId != null, row.Version)
            { IsConfidential = row.Customer.ConfidentialAt != null })
            .ToListAsync(cancellationToken);
    }
}

/// <param name="Columns">The six steps.</param>
/// <param name="Won">Won this quarter.</param>
/// <param name="Lost">Lost this quarter.</param>
public sealed record OpportunityBoardView(IReadOnlyList<BoardColumn> Columns, BoardSum Won, BoardSum Lost)
{
    private IEnumerable<BoardColumn> Open => Columns.Where(column => column.Stage != StageCode.AfterSales);

    public int Count => Open.Sum(column => column.Count);

    /// <summary>Yuan of all open ones.</summary>
    public decimal Amount => Open.Sum(column => column.Amount);

    /// <summary>Yuan of all open ones, each times its chance.</summary>
    public decimal Weighted => Open.Sum(column => column.Weighted);

    public int Stalled => Open.Sum(column => column.Stalled);
}

/// <param name="Count">How many.</param>
/// <param name="Amount">Yuan.</param>
public sealed record BoardSum(int Count, decimal Amount);

/// <param name="Stage">The step.</param>
/// <param name="Label">Its name.</param>
/// <param name="Probability">Percent.</param>
/// <param name="ExpectedDays">Days after which a card is stalled.</param>
/// <param name="Count">Cards in the step, shown or not.</param>
/// <param name="Amount">Yuan of all of them.</param>
/// <param name="Stalled">How many are stalled.</param>
/// <param name="Cards">The first ones.</param>
public sealed record BoardColumn(
    StageCode Stage, Text Label, int Probability, int? ExpectedDays, int Count, decimal Amount, int Stalled, IReadOnlyList<BoardCard> Cards)
{
    /// <summary>Yuan times the chance of winning.</summary>
    public decimal Weighted => Amount * Probability / 100;

    public int More => Count - Cards.Count;
}

/// <param name="Id">The opportunity.</param>
/// <param name="Stage">The step it is in.</param>
/// <param name="Name">Its name.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="Customer">His name.</param>
/// <param name="Grade">His grade.</param>
/// <param name="Amount">Yuan.</param>
/// <param name="Owner">Who works on it.</param>
/// <param name="StageEnteredAt">UTC.</param>
/// <param name="StageDueOn">The day by which the step should be over.</param>
/// <param name="NextOn">The customer's next step.</param>
/// <param name="NextText">What it is.</param>
/// <param name="Risk">How likely it is to fail.</param>
/// <param name="HasSource">Its source is known.</param>
/// <param name="Version">For the move form.</param>
public sealed record BoardCard(
    long Id, StageCode Stage, string Name, long CustomerId, string Customer, Grade Grade, decimal? Amount, string? Owner, DateTime StageEnteredAt, DateOnly? StageDueOn,
    DateOnly? NextOn, string? NextText, RiskLevel? Risk, bool HasSource, Guid Version)
{
    /// <summary>The customer's file is confidential.</summary>
    public bool IsConfidential { get; init; }
}
