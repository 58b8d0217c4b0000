using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Users;

namespace SalesCrm.Application.Dictionaries;

/// <summary>Moves a word one place up or down in its list.</summary>
public sealed class MoveWord(CrmDbContext db)
{
    public Task<Outcome> ExecuteAsync(long id, bool up, Actor actor, CancellationToken cancellationToken)
        => actor.Role != Role.Admin ? Task.FromResult(Outcome.NotFound()) : db.InTransactionAsync(actor, async token =>
        {
            var kind = await db.Dictionary.Where(word => word.Id == id && !word.IsArchived).Select(word => (DictionaryKind?)word.Kind).SingleOrDefaultAsync(token);
            if (kind is null)
            {
                return Outcome.NotFound();
            }

            var words = await db.Dictionary.Where(word => word.Kind == kind && !word.IsArchived).OrderBy(word => word.Position).ThenBy(word => word.Id).ToListAsync(token);
            var at = words.FindIndex(word => word.Id == id);
            var other = up ? at - 1 : at + 1;
            if (other >= 0 && other < words.Count)
            {
                (words[at], words[other]) = (words[other], words[at]);
            }

            for (var index = 0; index < words.Count; index++)
            {
                words[index].Position = index + 1;
            }

            return Outcome.Done();
        }, cancellationToken);
}
