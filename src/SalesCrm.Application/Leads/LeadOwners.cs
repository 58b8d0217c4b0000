using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Users;

namespace SalesCrm.Application.Leads;

/// <summary>People whom the actor may give leads to, for forms and filters.</summary>
public sealed class LeadOwners(CrmDbContext db)
{
    public async Task<IReadOnlyList<People.Person>> ReadAsync(Actor actor, CancellationToken cancellationToken)
        => await LeadFile.OwnersFor(db, actor).AsNoTracking().OrderBy(user => user.DisplayName).ThenBy(user => user.Id)
            .Select(user => new People.Person(user.Id, user.DisplayName, user.Team!.Name)).ToListAsync(cancellationToken);
}
