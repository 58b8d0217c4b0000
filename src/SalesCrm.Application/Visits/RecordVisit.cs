using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Application.Visits;

/// <summary>Logs a follow-up and plans the next step, in one transaction. Keeps the customer's dates, and does the task that it was for.</summary>
public sealed class RecordVisit(CrmDbContext db, CompanyClock clock, VisitChanges changes)
{
    public sealed record Input : VisitInput
    {
        public long? CustomerId { get; set; }

        /// <summary>The open task that this follow-up does.</summary>
        public long? TaskId { get; set; }

        /// <summary>Comes with the form; the same form sent twice makes one entry.</summary>
        public Guid OperationId { get; set; }
    }

    /// <summary>The new entry's id.</summary>
    public async Task<Outcome<long>> ExecuteAsync(Input input, Actor actor, CancellationToken cancellationToken)
    {
        if (input.CustomerId is not { } customerId)
        {
            return Outcome<long>.Invalid(nameof(input.CustomerId), "请选择客户");
        }

        if (!await db.CustomersWorkedBy(actor.ForOne).AnyAsync(customer => customer.Id == customerId, cancellationToken))
        {
            return Outcome<long>.NotFound();
        }

        var shape = new VisitInputValidator(clock).Validate(input);
        if (!shape.IsValid)
        {
            return Outcome<long>.Invalid(shape);
        }

        var problems = await VisitFile.ProblemsAsync(db, customerId, input, null, actor, cancellationToken);
        if (problems.Count > 0)
        {
            return Outcome<long>.Invalid(problems);
        }

        if (input.TaskId is { } task && !await db.TasksOpenTo(actor).AnyAsync(t => t.Id == task && t.CustomerId == customerId, cancellationToken))
        {
            // The same form again finds its task done; it must lead to the entry that did it.
            if (!await db.Submissions.AnyAsync(done => done.Id == input.OperationId && done.UserId == actor.UserId, cancellationToken))
            {
                return Outcome<long>.Invalid(nameof(input.TaskId), "这个任务已经完成，请刷新后再看");
            }
        }

        return await Submitted.OnceAsync(db, actor, input.OperationId, token => LogAsync(input, customerId, actor, token), cancellationToken);
    }

    private async Task<long> LogAsync(Input input, long customerId, Actor actor, CancellationToken cancellationToken)
    {
        var visit = new Visit { CustomerId = customerId, VisitorId = input.VisitorId ?? actor.UserId, At = clock.UtcNow, CreatedAt = clock.UtcNow };
        VisitFile.Fill(visit, input, clock);
        db.Add(visit);
        await changes.SettleAsync(db, [customerId], cancellationToken);

        var customer = await db.Customers.SingleAsync(c => c.Id == customerId, cancellationToken);
        NextStep.Follow(customer, visit.On, NextStep.Of(visit));
        if (input.TaskId is { } taskId)
        {
            await FollowUpTask.FinishAsync(db, taskId, visit, clock.UtcNow, actor, cancellationToken);
        }

        return visit.Id;
    }
}
