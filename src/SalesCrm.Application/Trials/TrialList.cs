using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Paging;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Application.Trials;

/// <summary>Which trials the list shows.</summary>
public enum TrialTab
{
    Running = 0,

    /// <summary>Past their last day without a result.</summary>
    Waiting = 1,
    Finished = 2,
    All = 3,
}

/// <summary>Trials page by page, and how many became a purchase.</summary>
public sealed class TrialList(CrmDbContext db, CompanyClock clock)
{
    private static readonly ListOrders<Trial> Orders = new(new ListOrder<Trial, DateOnly>("end", trial => trial.EndOn, trial => trial.Id));

    public sealed record TrialRow(
        long Id, long? LeadId, long? CustomerId, string? Name, string What, DateOnly StartOn, DateOnly EndOn, TrialResult? Result, string? ResultNote, string? Owner, Guid Version, bool IsConfidential);

    /// <param name="Converted">Of the finished ones.</param>
    public sealed record Counts(int Running, int Waiting, int Finished, int Converted)
    {
        public int Of(TrialTab tab) => tab switch { TrialTab.Running => Running, TrialTab.Waiting => Waiting, TrialTab.Finished => Finished, _ => Running + Waiting + Finished };

        /// <summary>Bought, of those whose result is known; null while there is none.</summary>
        public decimal? Rate => Finished == 0 ? null : (decimal)Converted / Finished;
    }

    public Task<Page<TrialRow>> ReadAsync(TrialTab tab, PageRequest page, Actor actor, CancellationToken cancellationToken)
    {
        var today = clock.Today;
        var trials = db.TrialsOf(actor).AsNoTracking();
        trials = tab switch
        {
            TrialTab.Running => trials.Where(trial => trial.Result == null && trial.EndOn >= today),
            TrialTab.Waiting => trials.Where(trial => trial.Result == null && trial.EndOn < today),
            TrialTab.Finished => trials.Where(trial => trial.Result != null),
            _ => trials,
        };
        return Orders.Named(page.Sort).ReadAsync(trials, Row, page, cancellationToken);
    }

    public async Task<Counts> CountAsync(Actor actor, CancellationToken cancellationToken)
    {
        var today = clock.Today;
        var rows = await db.TrialsOf(actor).GroupBy(trial => new { trial.Result, IsOver = trial.EndOn < today })
            .Select(group => new { group.Key.Result, group.Key.IsOver, Count = group.Count() }).ToListAsync(cancellationToken);
        return new(
            rows.Where(row => row.Result is null && !row.IsOver).Sum(row => row.Count), rows.Where(row => row.Result is null && row.IsOver).Sum(row => row.Count),
            rows.Where(row => row.Result is not null).Sum(row => row.Count), rows.Where(row => row.Result is TrialResult.Converted).Sum(row => row.Count));
    }

    public Task<TrialRow?> FindAsync(long id, Actor actor, CancellationToken cancellationToken)
        => db.TrialsWorkedBy(actor).AsNoTracking().Where(trial => trial.Id == id).Select(Row).SingleOrDefaultAsync(cancellationToken);

    /// <summary>All trials of one lead, the newest first.</summary>
    public async Task<IReadOnlyList<TrialRow>> OfLeadAsync(long leadId, Actor actor, CancellationToken cancellationToken)
        => await db.TrialsOf(actor).AsNoTracking().Where(trial => trial.LeadId == leadId).OrderByDescending(trial => trial.Id).Take(20).Select(Row).ToListAsync(cancellationToken);

    private static readonly System.Linq.Expressions.Expression<Func<Trial, TrialRow>> Row = trial => new TrialRow(
        trial.Id, trial.LeadId, trial.CustomerId, trial.Lead!.Company ?? trial.Customer!.Name, trial.What, trial.StartOn, trial.EndOn, trial.Result, trial.ResultNote,
        trial.Lead.Owner!.DisplayName ?? trial.Customer!.Owner!.DisplayName, trial.Version, trial.Customer!.ConfidentialAt != null);
}
