using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;

namespace SalesCrm.Application.Grading;

/// <summary>How the customers that a person sees spread over the grades.</summary>
public sealed class GradeOverview(CrmDbContext db)
{
    public sealed record Share(Grade Grade, int Count);

    public sealed record Summary(IReadOnlyList<Share> Shares, int Overridden, int Revision, DateOnly? AsOf)
    {
        public int Total => Shares.Sum(share => share.Count);
    }

    public async Task<Summary> ReadAsync(Actor actor, CancellationToken cancellationToken)
    {
        var customers = db.CustomersOf(actor).Where(customer => customer.ArchivedAt == null);
        var counts = await customers.GroupBy(customer => customer.Grade).Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        var overridden = await customers.CountAsync(customer => customer.OverrideGrade != null, cancellationToken);
        var (revision, asOf) = await db.GradingPolicies.OrderByDescending(policy => policy.Revision)
            .Select(policy => ValueTuple.Create(policy.Revision, db.JobTurns.Where(turn => turn.Name == NightlyGrading.Job).Select(turn => turn.LastDay).FirstOrDefault()))
            .FirstAsync(cancellationToken);
        return new(Enum.GetValues<Grade>().Select(grade => new Share(grade, counts.GetValueOrDefault(grade))).ToArray(), overridden, revision, asOf);
    }
}
