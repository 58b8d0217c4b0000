using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Grading;
using SalesCrm.Application.Metrics;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Application.Dashboards;

/// <param name="DaysInStage">Whole days since it entered its stage.</param>
/// <param name="ExpectedDays">Days that the stage should take; null where it may take any.</param>
/// <param name="DaysLate">Days since the expected closing date passed; 0 or less when it has not.</param>
public sealed record AttentionRow(
    long Id, string Name, long CustomerId, string Customer, Grade Grade, StageCode Stage, int DaysInStage, int? ExpectedDays, decimal? Amount, int DaysLate, bool IsHighRisk, string? Competition, string? Owner)
{
    public int? DaysOver => DaysInStage > ExpectedDays ? DaysInStage - ExpectedDays : null;
}

/// <param name="Total">All of them; the rows are the largest by amount.</param>
public sealed record AttentionSheet(IReadOnlyList<AttentionRow> Rows, int Total);

/// <summary>Open opportunities that stand too long, are at high risk, or should have been closed by now.</summary>
public sealed class AttentionList(CrmDbContext db, CompanyClock clock)
{
    private const int Shown = 8;

    public async Task<AttentionSheet> ReadAsync(FunnelSheet stages, Actor actor, CancellationToken cancellationToken)
    {
        var (now, today) = (clock.UtcNow, clock.Today);
        var limits = stages.Steps.ToDictionary(step => step.Stage, step => step.ExpectedDays is { } days ? now.AddDays(-days) : DateTime.MinValue);
        DateTime Limit(StageCode stage) => limits.GetValueOrDefault(stage, DateTime.MinValue);
        var (identified, contacted, analysed, proposed, contracted) =
            (Limit(StageCode.Identified), Limit(StageCode.FirstContact), Limit(StageCode.NeedsAnalysis), Limit(StageCode.Proposal), Limit(StageCode.Contract));

        var wanted = db.CountedOpportunities(actor).Where(o => o.Status == OpportunityStatus.Open && (
            o.Risk == RiskLevel.High
            || o.ExpectedCloseOn < today
            || (o.Stage == StageCode.Identified && o.StageEnteredAt < identified)
            || (o.Stage == StageCode.FirstContact && o.StageEnteredAt < contacted)
            || (o.Stage == StageCode.NeedsAnalysis && o.StageEnteredAt < analysed)
            || (o.Stage == StageCode.Proposal && o.StageEnteredAt < proposed)
            || (o.Stage == StageCode.Contract && o.StageEnteredAt < contracted)));
        var rows = await wanted.OrderByDescending(o => o.Amount).ThenBy(o => o.Id).Take(Shown)
            .Select(o => new
            {
                o.Id,
                o.Name,
                o.Number,
                o.CustomerId,
                Customer = o.Customer!.Name,
                o.Customer!.Grade,
                o.Stage,
                o.StageEnteredAt,
                o.Amount,
                o.ExpectedCloseOn,
                o.Risk,
                o.Competition,
                Owner = o.Owner!.DisplayName,
                Total = wanted.Count(),
            })
            .ToListAsync(cancellationToken);

        var expected = stages.Steps.ToDictionary(step => step.Stage, step => step.ExpectedDays);
        return new AttentionSheet(
            rows.ConvertAll(o => new AttentionRow(
                o.Id, o.Name.Length > 0 ? o.Name : o.Number, o.CustomerId, o.Customer, o.Grade, o.Stage, (int)(now - o.StageEnteredAt).TotalDays, expected.GetValueOrDefault(o.Stage), o.Amount,
                o.ExpectedCloseOn is { } day ? today.DayNumber - day.DayNumber : 0, o.Risk == RiskLevel.High, o.Competition, o.Owner)),
            rows.Count == 0 ? 0 : rows[0].Total);
    }
}
