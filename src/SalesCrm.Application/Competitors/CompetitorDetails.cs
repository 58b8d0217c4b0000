using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;

namespace SalesCrm.Application.Competitors;

/// <summary>A competitor's file with its products. Its moves and meetings are read by readers of their own.</summary>
public sealed class CompetitorDetails(CrmDbContext db, LastChange changes)
{
    public sealed record Product(long Id, string Name, PricePosition? Position, string? Note, Guid Version);

    public sealed record File(long Id, EditCompetitor.Input Facts, IReadOnlyList<Product> Products);

    public async Task<File?> FindAsync(long id, CancellationToken cancellationToken)
    {
        if (await FactsAsync(id, cancellationToken) is not { } facts)
        {
            return null;
        }

        var products = await db.CompetitorProducts.AsNoTracking().Where(row => row.CompetitorId == id).OrderBy(row => row.Name).ThenBy(row => row.Id)
            .Select(row => new Product(row.Id, row.Name, row.Position, row.Note, row.Version)).ToListAsync(cancellationToken);
        return new(id, facts, products);
    }

    /// <summary>Who changed it last, and when (UTC).</summary>
    public Task<LastChange.Change> LastChangeAsync(long id, CancellationToken cancellationToken) => changes.FindAsync(nameof(Competitor), id, cancellationToken);

    /// <summary>The file as its edit form shows it.</summary>
    public Task<EditCompetitor.Input?> FactsAsync(long id, CancellationToken cancellationToken)
        => db.Competitors.AsNoTracking().Where(row => row.Id == id).Select(row => new EditCompetitor.Input
        {
            Name = row.Name,
            Website = row.Website,
            Scale = row.Scale,
            Region = row.Region,
            Products = row.Products,
            PriceLevel = row.PriceLevel,
            Strengths = row.Strengths,
            Weaknesses = row.Weaknesses,
            Strategy = row.Strategy,
            CounterStrategy = row.CounterStrategy,
            Answers = row.Answers,
            Traps = row.Traps,
            Proof = row.Proof,
            Threat = row.Threat,
            Version = row.Version,
        }).SingleOrDefaultAsync(cancellationToken);
}
