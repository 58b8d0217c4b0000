using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers.Confidential;
using SalesCrm.Application.Database;
using SalesCrm.Application.Grading;
using SalesCrm.Application.Metrics;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Application.Dashboards;

/// <param name="DaysInStage">Days since the date on which it entered its stage, counted as those over are, so that stay less limit is what is over.</param>
/// <param name="ExpectedDays">Days that the stage should take; null where it may take any.</param>
/// <param name="DaysOver">Days since it should have left its stage; null while it need not have.</param>
/// <param name="DaysLate">Days since the expected closing date passed; 0 or less when it has not.</param>
public sealed record AttentionRow(
    long Id, string Name, long CustomerId, string Customer, Grade Grade, StageCode Stage, int DaysInStage, int? ExpectedDays, int? DaysOver, decimal? Amount, int DaysLate, bool IsHighRisk, string? Owner)
{
    /// <summary>The customer's file is confidential.</summary>
    public bool IsConfidential { get; init; }
}

/// <param name="Total">All of them; the rows are the largest by amount.</param>
public sealed record AttentionSheet(IReadOnlyList<AttentionRow> Rows, int Total);

/// <summary>Open opportunities that stand too long, are at high risk, or should have been closed by now.</summary>
public sealed class AttentionList(CrmDbContext db, CompanyClock clock)
{
    private const int Shown = 8;

    public async Task<AttentionSheet> ReadAsync(FunnelSheet stages, Actor actor, CancellationToken cancellationToken)
    {
        var today = clock.Today;
        var closed = db.ClosedTo(actor);
        var wanted = db.CountedOpportunities(actor)
            .Where(o => !closed.Contains(o.CustomerId) && o.Status == OpportunityStatus.Open && (o.StageDueOn < today || o.ExpectedCloseOn < today || o.Risk == RiskLevel.High));
        var rows = await wanted.OrderByDescending(o => o.Amount).ThenBy(o => o.Id).Take(Shown)
            .Select(o => new
            {
                o.Id,
                o.Name,
                o.Number,
                o.CustomerId,
                Customer = o.Customer!.Name,
                IsConfidential = o.Customer!.ConfidentialAt != null,
                o.Customer!.Grade,
                o.Stage,
                o.StageEnteredAt,
                o.StageDueOn,
                o.Amount,
                o.ExpectedCloseOn,
                o.Risk,
                Owner = o.Owner!.DisplayName,
                Total = wanted.Count(),
            })
            .ToListAsync(cancellationToken);

        var expected = stages.Steps.ToDictionary(step => step.Stage, step => step.ExpectedDays);
        return new AttentionSheet(
            rows.ConvertAll(o => new AttentionRow(
                o.Id, o.Name.Length > 0 ? o.Name : o.Number, o.CustomerId, o.Customer, o.Grade, o.Stage, today.DayNumber - clock.DateOf(o.StageEnteredAt).DayNumber, expected.GetValueOrDefault(o.Stage), o.StageDueOn < today ? today.DayNumber - o.StageDueOn.Value.DayNumber : null, o.Amount,
                o.ExpectedCloseOn is { } day ? today.DayNumber - day.DayNumber : 0, o.Risk == RiskLevel.High, o.Owner)
            { IsConfidential = o.IsConfidential }),
            rows.Count == 0 ? 0 : rows[0].Total);
    }
}
