using SalesCrm.Application.Imports.References;
using SalesCrm.Application.Imports.Rows;
using SalesCrm.Application.Imports.Running;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Texts;

namespace SalesCrm.Application.Imports.Kinds;

/// <summary>Rows of other kinds name their customer; where the profile allows it, an unknown one is opened with what the row knows of it.</summary>
internal static class CustomerReference
{
    private const string Create = "Customer";

    /// <param name="toEdit">The rows change the customer's file, not only what hangs on it.</param>
    public static async Task CheckAsync(ImportRun run, IReadOnlyList<ImportRow> rows, string field, bool toEdit, CancellationToken cancellationToken)
    {
        await run.Customers.LoadAsync(rows.Select(row => row.Text(field)), [], cancellationToken);
        foreach (var row in rows.Where(row => row.Text(field) is not null))
        {
            var name = row.Text(field)!;
            var (found, problem) = run.Customers.Find(name, toEdit);
            if (problem is { } reason)
            {
                row.Refuse(field, reason);
            }
            else if (found is null && !run.Profile.MayCreate(Create))
            {
                row.Refuse(field, new Text("没有客户“{0}”，请先导入客户，或允许新建客户", CleanText.Shortened(name, 40)));
            }
        }
    }

    /// <summary>Opens the customers that are missing and saves them, so that the rows can point to them.</summary>
    public static async Task CreateAsync(ImportRun run, IReadOnlyList<ImportRow> rows, string field, CancellationToken cancellationToken)
    {
        var missing = rows.Where(row => run.Customers.Find(row.Text(field)!, toEdit: false) is { Customer: null, Problem: null })
            .DistinctBy(row => CustomerBook.KeyOf(row.Text(field)!)).ToList();
        if (missing.Count == 0)
        {
            return;
        }

        await run.Customers.ReserveAsync(missing.Count, cancellationToken);
        foreach (var row in missing)
        {
            run.Customers.Open(row.Text(field)!, null, run.People.IdOf(row.Text("Owner") ?? row.Text("Visitor")));
        }

        if (!run.IsDry)
        {
            await run.Db.SaveChangesAsync(cancellationToken);
        }
    }
}
