using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Application.Visits;

/// <summary>Corrects a follow-up. Where the customer's next step came from it, that follows.</summary>
public sealed class EditVisit(CrmDbContext db, CompanyClock clock, VisitChanges changes)
{
    public sealed record Input : VisitInput
    {
        /// <summary>The version that the form was filled from.</summary>
        public Guid Version { get; set; }
    }

    public static Text ConflictMessage { get; } = "您编辑期间，其他人修改了这条跟进。您的内容还在，请逐项选择保留哪一个";

    public async Task<Outcome> ExecuteAsync(long id, Input input, Actor actor, CancellationToken cancellationToken)
    {
        var before = await db.VisitsEditedBy(actor).AsNoTracking().SingleOrDefaultAsync(visit => visit.Id == id && visit.ArchivedAt == null, cancellationToken);
        if (before is null)
        {
            return Outcome.NotFound();
        }

        input.At ??= clock.LocalOf(before.At);
        var shape = new VisitInputValidator(clock).Validate(input);
        if (!shape.IsValid)
        {
            return Outcome.Invalid(shape);
        }

        var problems = await VisitFile.ProblemsAsync(db, before.CustomerId, input, before, actor, cancellationToken);
        if (problems.Count > 0)
        {
            return Outcome.Invalid(problems);
        }

        try
        {
            return await db.InTransactionAsync(actor, token => ChangeAsync(id, input, token), cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Outcome.Conflict(ConflictMessage);
        }
    }

    private async Task<Outcome> ChangeAsync(long id, Input input, CancellationToken cancellationToken)
    {
        var visit = await db.Visits.SingleAsync(v => v.Id == id, cancellationToken);
        if (visit.Version != input.Version)
        {
            return Outcome.Conflict(ConflictMessage);
        }

        var (at, planned) = (visit.At, NextStep.Of(visit));
        VisitFile.Fill(visit, input, clock);
        visit.VisitorId = input.VisitorId ?? visit.VisitorId;
        // A form shows minutes; an untouched time keeps its seconds.
        visit.At = Math.Abs((visit.At - at).TotalMinutes) < 1 ? at : visit.At;
        await changes.SettleAsync(db, [visit.CustomerId], cancellationToken);

        var customer = await db.Customers.SingleAsync(c => c.Id == visit.CustomerId, cancellationToken);
        var next = NextStep.Of(visit);
        if (next != planned && (planned is null || planned == NextStep.Of(customer)))
        {
            customer.PlanNext(next?.On, next?.Text);
        }

        return Outcome.Done();
    }
}
