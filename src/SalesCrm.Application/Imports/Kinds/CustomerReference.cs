using SalesCrm.Application.Customers;
using SalesCrm.Application.Imports.External;
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
        await run.Customers.LoadAsync(rows.Where(row => KnownIn(row, field) is null).Select(row => row.Text(field)), [], rows.Select(row => KnownIn(row, field)), cancellationToken);
        foreach (var row in rows)
        {
            if (KnownIn(row, field) is { } id)
            {
                TakeLinked(run, row, field, run.Customers.ById(id), toEdit);
            }
            else if (row.Text(field) is { } name)
            {
                TakeNamed(run, row, field, name, toEdit);
            }
            else if (row.IsFine)
            {
                row.Refuse(field, row.Links?.LeadId is null ? "客户名称必须填写" : "这条线索还没有转化为客户，没有可以挂靠的客户", row.Links?.LeadCompany is { } company ? new MissingWord(company, RowLinks.LeadCustomer) : null);
            }
        }
    }

    /// <summary>The customer whom an id tells: one of another system, or that of the record that the row was downloaded from, as long as nobody wrote another name into the file.</summary>
    private static long? KnownIn(ImportRow row, string field)
        => row.Links?.CustomerId ?? (row.Text(field) is { } name && row.Was(field) is string was && CustomerBook.KeyOf(was) == CustomerBook.KeyOf(name) ? row.RecordCustomerId : null);

    private static void TakeLinked(ImportRun run, ImportRow row, string field, Customer? customer, bool toEdit)
    {
        if (customer is null)
        {
            row.Refuse(field, "关联的客户已不存在");
        }
        else if (run.Customers.ProblemOf(customer, toEdit) is { } reason)
        {
            row.Refuse(field, reason);
        }
        else
        {
            row.Customer = customer;
        }
    }

    private static void TakeNamed(ImportRun run, ImportRow row, string field, string name, bool toEdit)
    {
        var (found, problem) = run.Customers.Find(name, toEdit);
        if (problem is { } reason)
        {
            row.Refuse(field, reason);
        }
        else if (found is null && !run.Profile.MayCreate(Create) && !(row.Links?.LeadId is not null && run.Profile.MayCreate(RowLinks.LeadCustomer)))
        {
            row.Refuse(field, new Text("没有客户“{0}”，请先导入客户，或允许新建客户", CleanText.Shortened(name, 40)), new MissingWord(name, Create));
        }

        row.Customer = found;
    }

    /// <summary>Opens the customers that are missing and saves them, so that the rows can point to them.</summary>
    public static async Task CreateAsync(ImportRun run, IReadOnlyList<ImportRow> rows, string field, CancellationToken cancellationToken)
    {
        var nameless = rows.Where(row => row.Customer is null).ToList();
        var missing = nameless.Where(row => run.Customers.Find(row.Text(field)!, toEdit: false) is { Customer: null, Problem: null })
            .DistinctBy(row => CustomerBook.KeyOf(row.Text(field)!)).ToList();

        await run.Customers.ReserveAsync(missing.Count, cancellationToken);
        foreach (var row in missing)
        {
            run.Customers.Open(row.Text(field)!, null, run.People.IdOf(row.Text("Owner") ?? row.Text("Visitor")));
        }

        if (!run.IsDry && missing.Count > 0)
        {
            await run.Db.SaveChangesAsync(cancellationToken);
        }

        nameless.ForEach(row => row.Customer = run.Customers.Find(row.Text(field)!, toEdit: false).Customer);
    }
}
