using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Database;
using SalesCrm.Application.Grading.Overrides;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Application.Grading;

/// <summary>One customer's grade with everything behind it.</summary>
public sealed class GradeCard(CrmDbContext db, CompanyClock clock)
{
    private const int HistoryLength = 20;

    public async Task<GradeCardView?> FindAsync(long customerId, Actor actor, CancellationToken cancellationToken)
    {
        actor = actor.ForOne;
        var edited = db.CustomersEditedBy(actor);
        var graded = db.CustomersGradedBy(actor);
        var row = await db.CustomersOf(actor).AsNoTracking().Where(customer => customer.Id == customerId).Select(customer => new
        {
            Customer = customer,
            MayJudge = edited.Any(one => one.Id == customer.Id),
            MayOverride = graded.Any(one => one.Id == customer.Id),
            OverrideBy = db.Users.Where(user => user.Id == customer.OverrideById).Select(user => user.DisplayName).FirstOrDefault(),
        }).SingleOrDefaultAsync(cancellationToken);
        if (row is null)
        {
            return null;
        }

        var file = row.Customer;
        var policy = await GradeBook.CurrentPolicyAsync(db, cancellationToken);
        var interactions = await GradeBook.InteractionsAsync(db, [customerId], policy, clock, cancellationToken);
        var explained = GradingRule.Evaluate(policy, GradeInputs.Of(file, interactions.GetValueOrDefault(customerId)), clock.Today);
        var held = file.OverrideGrade is { } grade && !(file.OverrideUntil < clock.Today) ? new GradeCardView.Held(grade, file.OverrideReason ?? "", file.OverrideUntil, row.OverrideBy) : null;
        return new GradeCardView(customerId, file.Name, file.ConfidentialAt is not null, file.Version, explained, held)
        {
            EndedOn = file.OverrideGrade is not null && held is null ? file.OverrideUntil : null,
            Revision = policy.Revision,
            AsOf = file.AsOf ?? clock.Today,
            ReferralPotential = file.ReferralPotential,
            IsDemandStable = file.IsDemandStable,
            IndustryPotential = file.IndustryPotential,
            SizePotential = file.SizePotential,
            GrowthPotential = file.GrowthPotential,
            ReferralJudged = await JudgedAsync(customerId, nameof(Customer.ReferralPotential), cancellationToken),
            DemandJudged = await JudgedAsync(customerId, nameof(Customer.IsDemandStable), cancellationToken),
            MayJudge = row.MayJudge,
            MayOverride = row.MayOverride,
            History = await HistoryAsync(customerId, cancellationToken),
        };
    }

    /// <summary>Who judged last and when, from the audit trail.</summary>
    private async Task<GradeCardView.Judged?> JudgedAsync(long customerId, string property, CancellationToken cancellationToken)
    {
        var mark = $"\"{property}\":";
        return await db.AuditEntries.AsNoTracking()
            .Where(entry => entry.Subject == nameof(Customer) && entry.SubjectId == customerId && entry.Changes!.Contains(mark))
            .OrderByDescending(entry => entry.Id)
            .Select(entry => new GradeCardView.Judged(db.Users.Where(user => user.Id == entry.UserId).Select(user => user.DisplayName).FirstOrDefault(), entry.At))
            .FirstOrDefaultAsync(cancellationToken);
    }

    private async Task<IReadOnlyList<GradeCardView.Past>> HistoryAsync(long customerId, CancellationToken cancellationToken)
        => await db.GradeChanges.AsNoTracking().Where(change => change.CustomerId == customerId)
            .OrderByDescending(change => change.At).ThenByDescending(change => change.Id).Take(HistoryLength)
            .Select(change => new GradeCardView.Past(change.From, change.To, change.At, change.Reason, change.ReasonParts, change.PolicyRevision, change.By!.DisplayName))
            .ToListAsync(cancellationToken);
}
