using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Users;

namespace SalesCrm.Application.Leads;

/// <summary>People whom the actor may give leads to, for forms and filters.</summary>
public sealed class LeadOwners(CrmDbContext db)
{
    public Task<IReadOnlyList<People.Person>> ReadAsync(Actor actor, CancellationToken cancellationToken) => ReadAsync(actor, null, cancellationToken);

    /// <param name="actor">Who gives them.</param>
    /// <param name="kept">Who is named now; he is offered also when he has left.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<IReadOnlyList<People.Person>> ReadAsync(Actor actor, long? kept, CancellationToken cancellationToken)
        => await db.Users.Where(user => user.Id == kept || LeadFile.OwnersFor(db, actor).Any(owner => owner.Id == user.Id)).AsNoTracking().OrderBy(user => user.DisplayName).ThenBy(user => user.Id)
            .Select(user => new People.Person(user.Id, user.DisplayName, user.Team!.Name)).ToListAsync(cancellationToken);
}
