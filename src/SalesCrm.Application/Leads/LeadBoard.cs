using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Fields;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Application.Leads;

/// <summary>The leads as a board: a column for each status with its count and its first cards.</summary>
public sealed class LeadBoard(CrmDbContext db, CompanyClock clock)
{
    /// <summary>Cards shown in a column; the list shows the rest.</summary>
    public const int Most = 50;

    /// <summary>Of what is decided the latest are enough.</summary>
    public const int MostDecided = 10;

    /// <summary>The columns, from new to decided.</summary>
    public static IReadOnlyList<LeadStatus> Statuses { get; } =
        [LeadStatus.New, LeadStatus.Working, LeadStatus.Qualified, LeadStatus.Converted, LeadStatus.Disqualified];

    public sealed record Card(
        long Id, LeadStatus Status, string Company, string? Person, string? Owner, int? BudgetScore, int? UrgencyScore, int? AuthorityScore,
        DateOnly? NextOn, string? NextText, Guid Version)
    {
        public LeadScore ScoreBy(LeadScoring scoring) => LeadScore.Of(scoring, BudgetScore, UrgencyScore, AuthorityScore);
    }

    public sealed record Column(LeadStatus Status, int Count, IReadOnlyList<Card> Cards)
    {
        /// <summary>Cards that only the list shows.</summary>
        public int More => Count - Cards.Count;
    }

    public sealed record View(LeadScoring Scoring, IReadOnlyList<Column> Columns);

    public async Task<View> ReadAsync(LeadFilter filter, Actor actor, CancellationToken cancellationToken)
    {
        var leads = filter.Narrow(db, actor, clock).Narrowed(filter.Fields?.Resolve(db, await db.FieldsAsync(FieldSubject.Lead, actor, cancellationToken)) ?? []);
        var counts = await leads.GroupBy(lead => lead.Status).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(row => row.Key, row => row.Count, cancellationToken);

        // One short walk along an index for each column; what is newest comes first.
        var ids = Statuses.Select(status => leads.Where(lead => lead.Status == status).OrderByDescending(lead => lead.Id).Take(status <= LeadStatus.Qualified ? Most : MostDecided).Select(lead => lead.Id))
            .Aggregate((some, more) => some.Concat(more));
        var cards = await db.Leads.AsNoTracking().Where(lead => ids.Contains(lead.Id)).OrderByDescending(lead => lead.Id)
            .Select(lead => new Card(
                lead.Id, lead.Status, lead.Company, lead.Person, lead.Owner!.DisplayName, lead.BudgetScore, lead.UrgencyScore, lead.AuthorityScore,
                lead.NextFollowUpOn, lead.NextFollowUpText, lead.Version))
            .ToListAsync(cancellationToken);
        var byStatus = cards.ToLookup(card => card.Status);
        return new(await LeadScoring.ReadAsync(db, cancellationToken), Statuses.Select(status => new Column(status, counts.GetValueOrDefault(status), byStatus[status].ToList())).ToList());
    }
}
