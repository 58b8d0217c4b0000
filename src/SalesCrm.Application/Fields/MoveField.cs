using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Users;

namespace SalesCrm.Application.Fields;

/// <summary>Moves a field one place up or down among those of its kind of record.</summary>
public sealed class MoveField(CrmDbContext db)
{
    public Task<Outcome> ExecuteAsync(long id, bool up, Actor actor, CancellationToken cancellationToken)
        => actor.Role != Role.Admin ? Task.FromResult(Outcome.NotFound()) : db.InTransactionAsync(actor, async token =>
        {
            var subject = await db.CustomFields.Where(field => field.Id == id && !field.IsArchived).Select(field => (FieldSubject?)field.Subject).SingleOrDefaultAsync(token);
            if (subject is null)
            {
                return Outcome.NotFound();
            }

            var fields = await db.CustomFields.Where(field => field.Subject == subject && !field.IsArchived).OrderBy(field => field.Position).ThenBy(field => field.Id).ToListAsync(token);
            var at = fields.FindIndex(field => field.Id == id);
            var other = up ? at - 1 : at + 1;
            if (other >= 0 && other < fields.Count)
            {
                (fields[at], fields[other]) = (fields[other], fields[at]);
            }

            for (var index = 0; index < fields.Count; index++)
            {
                fields[index].Position = index + 1;
            }

            return Outcome.Done();
        }, cancellationToken);
}
