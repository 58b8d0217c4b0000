using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;

namespace SalesCrm.Application.Leads;

/// <summary>People whom the actor may give leads to, for forms and filters.</summary>
public sealed class LeadOwners(CrmDbContext db)
{
    public sealed record Choice(long Id, string Name);

    public async Task<IReadOnlyList<Choice>> ReadAsync(Actor actor, CancellationToken cancellationToken)
        => await LeadFile.OwnersFor(db, actor).AsNoTracking().OrderBy(user => user.DisplayName).ThenBy(user => user.Id)
            .Select(user => new Choice(user.Id, user.DisplayName)).ToListAsync(cancellationToken);
}
