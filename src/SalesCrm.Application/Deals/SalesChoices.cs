using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;

namespace SalesCrm.Application.Deals;

/// <summary>What the forms of deals and opportunities offer to choose from.</summary>
public sealed class SalesChoices(CrmDbContext db)
{
    public sealed record Choice(long Id, string Name);

    /// <param name="kept">A product to offer although it is archived, because the record has it.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<IReadOnlyList<Choice>> ProductsAsync(long? kept, CancellationToken cancellationToken)
        => await db.Products.AsNoTracking().Where(product => !product.IsArchived || product.Id == kept)
            .OrderBy(product => product.Name).Select(product => new Choice(product.Id, product.Name)).ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<Choice>> CompetitorsAsync(CancellationToken cancellationToken)
        => await db.Competitors.AsNoTracking().Where(row => row.ArchivedAt == null)
            .OrderBy(row => row.Name).Select(row => new Choice(row.Id, row.Name)).ToListAsync(cancellationToken);
}
