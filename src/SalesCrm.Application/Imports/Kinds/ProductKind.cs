using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Deals;
using SalesCrm.Application.Imports.Mapping;
using SalesCrm.Application.Imports.Rows;
using SalesCrm.Application.Imports.Running;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Texts;
using static SalesCrm.Application.Imports.Mapping.FieldReaders;

namespace SalesCrm.Application.Imports.Kinds;

/// <summary>Products with their list prices, by name.</summary>
internal sealed class ProductKind : ImportKind
{
    private Dictionary<string, Product> _known = [];
    private readonly Dictionary<string, Product> _pretended = [];

    public override string Name => "products";

    public override Text Title => "产品";

    public override string TitleField => "Name";

    public override IReadOnlyList<ImportField> Fields { get; } = HeaderWords.AddedTo("products",
    [
        new ImportField("Name", "产品名称", Line(100)).Required(),
        new ImportField("Series", "系列", Line(100)),
        new ImportField("ListPrice", "标价", Money),
    ]);

    public override bool IsFor(Actor actor) => actor.SeesEverything;

    public override async Task CheckAsync(ImportRun run, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        var products = run.IsDry ? run.Db.Products.AsNoTracking() : run.Db.Products;
        _known = new(_pretended);
        foreach (var product in await products.OrderBy(product => product.Id).ToListAsync(cancellationToken))
        {
            _known.TryAdd(NameKey.Of(product.Name), product);
        }
    }

    public override Task ApplyAsync(ImportRun run, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        foreach (var row in rows)
        {
            var key = NameKey.Of(row.Text("Name"));
            var found = _known.GetValueOrDefault(key);
            var product = found ?? new Product { Name = row.Text("Name")! };
            var edit = new RowEdit(row, found is null);
            edit.Set("系列", product.Series, row.Text("Series"), value => product.Series = value);
            edit.Set("标价", product.ListPrice, row.Value<decimal>("ListPrice"), value => product.ListPrice = value);
            edit.Close();
            if (found is not null)
            {
                continue;
            }

            _known[key] = product;
            if (run.IsDry)
            {
                _pretended[key] = product;
            }
            else
            {
                run.Db.Products.Add(product);
            }
        }

        return Task.CompletedTask;
    }
}
