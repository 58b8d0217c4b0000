using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;

namespace SalesCrm.Application.Shared;

/// <summary>Makes a form that creates something harmless when it is sent twice.</summary>
internal static class Submitted
{
    /// <summary>
    /// Runs <paramref name="create"/> in one transaction unless the same form was carried out before; then returns what it made that time.
    /// </summary>
    /// <param name="db">The context.</param>
    /// <param name="actor">Who sends the form.</param>
    /// <param name="operationId">The id that the form brought; empty for callers without a form.</param>
    /// <param name="create">Adds and saves the record, and returns its id; 0 when it made nothing, and the form may come again.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    internal static Task<long> OnceAsync(CrmDbContext db, Actor actor, Guid operationId, Func<CancellationToken, Task<long>> create, CancellationToken cancellationToken)
        => db.InTransactionAsync(actor, async token =>
        {
            if (operationId == Guid.Empty)
            {
                return await create(token);
            }

            var before = await db.Submissions.AsNoTracking().SingleOrDefaultAsync(done => done.Id == operationId && done.UserId == actor.UserId, token);
            if (before is not null)
            {
                return before.ResultId;
            }

            var id = await create(token);
            if (id != 0)
            {
                db.Submissions.Add(new Submission { Id = operationId, At = db.Now, UserId = actor.UserId, ResultId = id });
            }

            return id;
        }, cancellationToken);
}
