using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Customers.Confidential;
using SalesCrm.Application.Customers.Duplicates;
using SalesCrm.Application.Database;
using SalesCrm.Application.Grading;
using SalesCrm.Application.Grading.Overrides;
using SalesCrm.Application.Fields;
using SalesCrm.Application.Imports.Downloads;
using SalesCrm.Application.Imports.External;
using SalesCrm.Application.Imports.Mapping;
using SalesCrm.Application.Imports.References;
using SalesCrm.Application.Imports.Rows;
using SalesCrm.Application.Imports.Running;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Users;
using SalesCrm.Application.Visits;

namespace SalesCrm.Application.Imports.Kinds;

/// <summary>Customer files with one contact a row; the templates 客户信息管理表 and 销售客户分级管理表 are of this kind.</summary>
internal sealed class CustomerKind : ImportKind
{
    private readonly List<(Customer Customer, Grade Grade)> _graded = [];
    private readonly List<(Customer Customer, DateTime At, DateOnly On)> _followedUp = [];
    /// <summary>New names of one file that are compared with the known ones.</summary>
    private const int MostCompared = 500;

    private int _compared;
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly TakenNumbers _taken = new(ExternalSubject.CustomerNumber);

    public override string Name => "customers";

    public override Text Title => "客户";

    public override IReadOnlyList<ImportField> Fields => CustomerFields.All;

    public override FieldSubject? Subject => FieldSubject.Customer;

    public override string TitleField => "Name";

    public override IReadOnlyList<FieldReference> References { get; } =
    [
        new("Owner", run => run.People, "Owner"),
        new("Industry", run => run.Industries, "Industry"),
        new("Source", run => run.Sources, "Source"),
        new("CompanySize", run => run.Sizes, "CompanySize"),
    ];

    public override IReadOnlyList<string[]> Keys { get; } = [["Number"], ["Name"]];

    public override IReadOnlyList<string[]> Groups { get; } = [["Contact"], CustomerEdit.ContactFields];

    public override IReadOnlyList<string> Identity { get; } = ["Name"];

    public override int IdentityOf(ImportRow row) => row.Text("Name") is { } name ? CustomerBook.KeyOf(name).GetHashCode(StringComparison.Ordinal) : 0;

    public override string Named => nameof(Customer);

    public override IQueryable<RecordVersion> VersionsOf(CrmDbContext db, Actor actor, long[] ids) => db.CustomersOf(actor.ForOne).Where(row => ids.Contains(row.Id)).Select(row => new RecordVersion(row.Id, row.Version, row.Name));

    public override async Task CheckAsync(ImportRun run, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        await _taken.ReplaceAsync(
            run, rows, run.Db.Customers.Numbers(), run.Db.CustomersOf(run.Actor.ForOne).Numbers(),
            count => run.Customers.NumbersAsync(count, cancellationToken), cancellationToken);
        await run.Customers.LoadAsync(rows.Select(row => row.Text("Name")), rows.Select(row => row.Text("Number")), rows.Select(row => row.RecordId ?? run.External.Find(ExternalSubject.Customer, row.Text(ExternalBook.Own))), cancellationToken);
        if (rows.Any(row => row.Has(ExternalBook.Own)))
        {
            await run.External.LoadTakenAsync(ExternalSubject.Customer, run.Customers.All.Select(customer => customer.Id), cancellationToken);
        }
        await run.Own.LoadAsync(run.Customers.All.Select(customer => customer.Id), cancellationToken);
        foreach (var row in rows.Where(row => row.Text("Name") is not null))
        {
            Check(run, row);
        }

        var fresh = rows.Where(row => row.IsFine && Match(run, row).Customer is null).ToList();
        await NoteSlipsAsync(run, fresh, cancellationToken);
        await run.Customers.ReserveAsync(fresh.Where(row => row.Text("Number") is null).Select(row => row.Text(ExternalBook.Own) ?? CustomerBook.KeyOf(row.Text("Name")!)).Distinct().Count(), cancellationToken);
        await ContactLoad.AsyncFor(run, cancellationToken);
    }

    public override Task ApplyAsync(ImportRun run, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        foreach (var row in rows)
        {
            var found = Match(run, row).Customer;
            var customer = found ?? run.Customers.Open(row.Text("Name")!, row.Text("Number"), run.People.IdOf(row.Text("Owner")), row.ComesAgain);
            var edit = new RowEdit(row, found is null);
            CustomerEdit.Fill(run, row, edit, customer);
            TakeLog(run, row, edit, customer);
            TakeGrade(run, row, edit, customer);
            run.Own.Fill(row, edit, customer);
            run.External.Bind(row, edit, ExternalSubject.Customer, customer, () => customer.Id);
            _taken.Bind(run, row, () => customer.Id);
            edit.Close();
        }

        return Task.CompletedTask;
    }

    public override async Task SavedAsync(ImportRun run, CancellationToken cancellationToken)
    {
        foreach (var (customer, grade) in _graded)
        {
            ImportedGrade.Take(run.Db, customer, grade, run.Actor.UserId, run.Clock);
        }

        foreach (var (customer, at, on) in _followedUp)
        {
            run.Db.Visits.Add(new Visit { CustomerId = customer.Id, At = at, On = on, Method = VisitMethod.Other, VisitorId = customer.OwnerId ?? run.Actor.UserId, CreatedAt = run.Clock.UtcNow });
            run.Contacted.Add(customer.Id);
        }

        _graded.Clear();
        _followedUp.Clear();
        await run.Db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Says of the first new names of a file which known ones they are almost; the search at night goes through all.</summary>
    private async Task NoteSlipsAsync(ImportRun run, List<ImportRow> fresh, CancellationToken cancellationToken)
    {
        foreach (var row in fresh.DistinctBy(row => CustomerBook.KeyOf(row.Text("Name")!)).Take(MostCompared - _compared))
        {
            _compared++;
            if (await NearNames.FindAsync(run.Db, CustomerBook.KeyOf(row.Text("Name")!), cancellationToken) is { Length: > 0 } near)
            {
                var seen = run.Db.CustomersOf(run.Actor).Select(customer => customer.Id);
                var alike = await run.Db.CustomersToldTo(run.Actor).Where(customer => near.Contains(customer.Id)).OrderBy(customer => seen.Contains(customer.Id) ? 0 : 1).ThenBy(customer => customer.Id)
                    .Select(customer => seen.Contains(customer.Id) ? customer.Name : "").FirstOrDefaultAsync(cancellationToken);
                if (alike is { } name)
                {
                    row.Note(name.Length == 0 ? "与一位同事的客户名称只差一个字，请核对" : new Text("与已有客户“{0}”名称只差一个字，请核对", name));
                }
            }
        }
    }

    private void Check(ImportRun run, ImportRow row)
    {
        var (found, problem) = Match(run, row);
        if (problem is { } reason)
        {
            row.Refuse(row.Has("Number") ? "Number" : "Name", reason);
        }
        else if (found is null && row.RecordId is not null)
        {
            row.RefuseAsGone("Name");
        }

        if (row.Text("Number") is { } number && !_numbers.TryAdd(number, row.Number))
        {
            row.Refuse("Number", new Text("与第 {0} 行的编号相同", _numbers[number]));
        }

        if (row.Object<GradeCell>("Grade") is { } grade && run.Actor.Role == Role.Rep && grade.Grade != (found?.Grade ?? Grade.D))
        {
            row.Refuse("Grade", "只有经理和管理员可以调整客户等级，请去掉这一列或改回原等级");
        }

        CustomerEdit.Check(run, row, found);
        run.Own.Check(row, isNew: found is null);
    }

    private static (Customer? Customer, Text? Problem) Match(ImportRun run, ImportRow row)
    {
        var known = (row.RecordId ?? run.External.Find(ExternalSubject.Customer, row.Text(ExternalBook.Own))) is { } id ? run.Customers.ById(id) : null;
        if (known is null && row.RecordId is not null)
        {
            return (null, null);
        }

        known ??= row.Text("Number") is { } number ? run.Customers.ByNumber(number) : null;
        if (known is not null)
        {
            return run.Customers.ProblemOf(known, toEdit: true) is { } problem ? (null, problem) : (known, null);
        }

        var (found, refusal) = run.Customers.Find(row.Text("Name")!, toEdit: true, customer => run.External.IsTaken(ExternalSubject.Customer, row, customer, customer.Id));

        // A number of its own makes a namesake another company.
        return found is not null && row.Text("Number") is { } other && found.Number.Length > 0 && found.Number != other ? (null, null) : (found, refusal);
    }

    /// <summary>The day of the last follow-up is derived from the log, so a later day in the file becomes an entry in the log that states the day alone.</summary>
    private void TakeLog(ImportRun run, ImportRow row, RowEdit edit, Customer customer)
    {
        if (row.Value<Shared.Values.DayAndTime>("LastFollowUpAt") is not { } last)
        {
            return;
        }

        if ((customer.OwnerId ?? run.Actor.UserId) == 0)
        {
            row.Note("没有跟进人，最后跟进时间未采用");
            return;
        }

        var known = customer.LastFollowUpAt is { } before ? run.Clock.DateOf(before) : (DateOnly?)null;
        if (known >= last.Date)
        {
            if (known > last.Date)
            {
                row.Note("跟进记录里有更晚的一次，最后跟进时间不变");
            }

            return;
        }

        var at = run.Clock.UtcOf(last.Date, last.Time ?? TimeOnly.MinValue);
        edit.Changed("最后跟进时间", RowEdit.DayOf(known), RowEdit.DayOf(last.Date));
        customer.LastFollowUpAt = at;
        if (!run.IsDry)
        {
            _followedUp.Add((customer, at, last.Date));
        }
    }

    private void TakeGrade(ImportRun run, ImportRow row, RowEdit edit, Customer customer)
    {
        if (row.Object<GradeCell>("Grade") is not { } cell)
        {
            return;
        }

        if (customer.Grade != cell.Grade)
        {
            edit.Changed("客户等级", customer.Grade.ToString(), cell.Grade.ToString());
            if (!run.IsDry)
            {
                _graded.Add((customer, cell.Grade));
            }
        }

        if (!cell.Words.Equals(cell.Grade.Name().ToString(), StringComparison.OrdinalIgnoreCase) && !cell.Words.Equals(cell.Grade.ToString(), StringComparison.OrdinalIgnoreCase))
        {
            edit.Set("等级名称", customer.GradeWords, cell.Words, words => customer.GradeWords = words);
        }
    }
}
