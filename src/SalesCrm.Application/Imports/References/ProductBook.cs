using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Deals;
using SalesCrm.Application.Imports.Running;

namespace SalesCrm.Application.Imports.References;

/// <summary>Products by name.</summary>
internal sealed class ProductBook(ImportRun run) : NameBook(run)
{
    public override async Task LoadAsync(CancellationToken cancellationToken)
    {
        foreach (var product in await Run.Db.Products.AsNoTracking().OrderBy(product => product.Id).Select(product => new { product.Id, product.Name, product.IsArchived }).ToListAsync(cancellationToken))
        {
            Know(product.Name, product.Id);
            Retire(product.Id, product.IsArchived);
        }
    }

    protected override async Task<List<long>> CreateAsync(IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        var products = names.Select(name => new Product { Name = name }).ToList();
        Run.Db.Products.AddRange(products);
        await Run.Db.SaveChangesAsync(cancellationToken);
        return products.ConvertAll(product => product.Id);
    }
}
