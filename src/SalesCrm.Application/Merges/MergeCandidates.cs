using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Customers.Duplicates;
using SalesCrm.Application.Database;
using SalesCrm.Application.Search;
using SalesCrm.Application.Shared;

namespace SalesCrm.Application.Merges;

/// <summary>Files that could go into another: those that look like it, or those that were searched for.</summary>
public sealed class MergeCandidates(CrmDbContext db)
{
    public sealed record Candidate(long Id, string Name, string Meta);

    public async Task<IReadOnlyList<Candidate>> FindAsync(long id, string? typed, Actor actor, CancellationToken cancellationToken)
    {
        var others = db.CustomersEditedBy(actor).AsNoTracking().Where(row => row.Id != id);
        others = string.IsNullOrWhiteSpace(typed)
            ? (await DuplicateKeys.OfFileAsync(db, id, cancellationToken)).Among(others, db)
            : others.Matching(db, SearchKind.Customer, typed);
        return await others.OrderByDescending(row => row.LastFollowUpAt).ThenBy(row => row.Id).Take(20)
            .Select(row => new Candidate(row.Id, row.Name, row.Number + " · " + row.Owner!.DisplayName)).ToListAsync(cancellationToken);
    }
}
