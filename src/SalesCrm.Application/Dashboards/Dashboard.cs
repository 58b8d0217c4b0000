using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Metrics;
using SalesCrm.Application.MyDay;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Time;
using SalesCrm.Application.Users;

namespace SalesCrm.Application.Dashboards;

/// <param name="Team">The team that the reader leads; null for the company, and for who leads none.</param>
/// <param name="Ranking">Null for those who lead nobody.</param>
/// <param name="Overdue">Null for those who lead nobody, and for the admin.</param>
/// <param name="Day">What a rep has to do, as his day counts it; null for others.</param>
/// <param name="Quality">For the admin alone.</param>
public sealed record DashboardSheet(
    Period Period, bool IsCompany, string? Team, HeadlineSheet Headline, FunnelSheet Funnel, ForecastSheet Forecast, AttentionSheet Attention,
    IReadOnlyList<RankingRow>? Ranking, OverdueSheet? Overdue, AgendaCounts? Day, QualityFigures? Quality, IReadOnlyList<ImportLine>? Imports);

/// <summary>All that a dashboard shows, by who looks.</summary>
public sealed class Dashboard(
    CrmDbContext db, Headline headline, Funnel funnel, Forecast forecast, Ranking ranking, AttentionList attention, OverdueFollowUps overdue, DayAgenda day, DataQuality quality)
{
    public async Task<DashboardSheet> ReadAsync(Period period, Actor actor, CancellationToken cancellationToken)
    {
        var led = actor.Role == Role.Manager
            ? await db.Teams.Where(team => team.LeaderId == actor.UserId).OrderBy(team => team.Id).Select(team => new { team.Name, team.ParentId }).ToListAsync(cancellationToken)
            : [];
        var isCompany = actor.SeesEverything || led.Any(team => team.ParentId is null);
        var months = Forecast.MonthsOf(period);
        var counting = await db.CountingAsync(actor, cancellationToken);
        var top = await headline.ReadAsync(period, months, isCompany, counting, cancellationToken);
        var steps = await funnel.ReadAsync(period, counting, cancellationToken);
        return new DashboardSheet(
            period,
            isCompany,
            isCompany ? null : led.FirstOrDefault()?.Name,
            top,
            steps,
            await forecast.ReadAsync(months, steps, top.Targets, counting, cancellationToken),
            await attention.ReadAsync(steps, counting, cancellationToken),
            actor.Role == Role.Rep ? null : await ranking.ReadAsync(period, counting, cancellationToken),
            actor.Role == Role.Manager ? await overdue.ReadAsync(actor, cancellationToken) : null,
            actor.Role == Role.Rep ? await day.CountAsync(actor, cancellationToken) : null,
            actor.SeesEverything ? await quality.ReadAsync(actor, cancellationToken) : null,
            actor.SeesEverything ? await quality.ImportsAsync(cancellationToken) : null);
    }
}
