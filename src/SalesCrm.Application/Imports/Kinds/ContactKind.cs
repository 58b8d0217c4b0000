using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Customers.Contacts;
using SalesCrm.Application.Fields;
using SalesCrm.Application.Imports.External;
using SalesCrm.Application.Imports.Mapping;
using SalesCrm.Application.Imports.Rows;
using SalesCrm.Application.Imports.Running;
using SalesCrm.Application.Shared.Localization;
using static SalesCrm.Application.Imports.Mapping.FieldReaders;

namespace SalesCrm.Application.Imports.Kinds;

/// <summary>People at customers that are on file; found again by name, or by phone or e-mail where they have none.</summary>
internal sealed class ContactKind : ImportKind
{
    private static readonly ReachFields Reach = new("Name", "Title", "Email", "Mobile", "Phone");

    private Dictionary<long, Contact> _byId = [];

    public override string Name => "contacts";

    public override Text Title => "联系人";

    public override FieldSubject? Subject => FieldSubject.Contact;

    public override string TitleField => "Name";

    public override IReadOnlyList<ImportField> Fields { get; } = HeaderWords.AddedTo("contacts",
    [
        new ImportField("Customer", "客户名称", Line(200)).RequiredUnless(LinkFields.Customer.Name),
        new ImportField("Name", "姓名", Person(50)).OfPerson(),
        new ImportField("Title", "职位", Person(50)),
        new ImportField("Phone", "电话", Phone).Reaching(Reach),
        new ImportField("Mobile", "手机", Phone).Reaching(Reach),
        new ImportField("Email", "邮箱", Email),
        new ImportField("WeChat", "微信", Line(30)),
        new ImportField("Role", "决策角色", OneOf(FieldWords.ContactRoles, word => new("没有决策角色“{0}”，请写决策者、影响者、使用者、采购或把关者", word))).OfWords(FieldWords.ContactRoles),
        new ImportField("Attitude", "态度", Line(50)),
        new ImportField("Birthday", "生日", Date),
        new ImportField("Preferences", "喜好", Lines(500)),
        LinkFields.Own,
        LinkFields.Customer,
    ]);

    public override async Task CheckAsync(ImportRun run, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        await CustomerReference.CheckAsync(run, rows, "Customer", toEdit: true, cancellationToken);
        foreach (var row in rows.Where(row => !row.Has("Name") && !row.Has("Phone") && !row.Has("Mobile") && !row.Has("Email")))
        {
            row.Refuse("Name", "姓名、电话和邮箱至少要有一项");
        }

        await ContactLoad.AsyncFor(run, cancellationToken);
        if (rows.Any(row => row.Has(ExternalBook.Own)))
        {
            await run.External.LoadTakenAsync(ExternalSubject.Contact, run.Customers.All.SelectMany(customer => customer.Contacts).Select(contact => contact.Id), cancellationToken);
            await LoadByIdAsync(run, rows, cancellationToken);
        }

        await run.Own.LoadAsync(run.Customers.All.SelectMany(customer => customer.Contacts).Select(contact => contact.Id), cancellationToken);
        foreach (var row in rows.Where(row => row.IsFine))
        {
            run.Own.Check(row, isNew: row.Customer is not { } customer || Find(run, row, customer) is null);
        }
    }

    public override async Task ApplyAsync(ImportRun run, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        await CustomerReference.CreateAsync(run, rows, "Customer", cancellationToken);
        foreach (var row in rows)
        {
            Apply(run, row, row.Customer!);
        }
    }

    /// <summary>Who is known by his id in the other system, at whichever customer.</summary>
    private async Task LoadByIdAsync(ImportRun run, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        _byId = run.Customers.All.SelectMany(customer => customer.Contacts).DistinctBy(contact => contact.Id).ToDictionary(contact => contact.Id);
        foreach (var row in rows)
        {
            if (row.IsFine && run.External.Find(ExternalSubject.Contact, row.Text(ExternalBook.Own)) is { } id && !_byId.ContainsKey(id)
                && await run.Db.Contacts.AsNoTracking().Where(contact => contact.Id == id).Select(contact => contact.Customer!.Name).FirstOrDefaultAsync(cancellationToken) is { } elsewhere)
            {
                row.Refuse(row.Has("Customer") ? "Customer" : LinkFields.Customer.Name, new Text("这位联系人在客户“{0}”名下，或已归档", elsewhere));
            }
        }
    }

    private Contact? Find(ImportRun run, ImportRow row, Customer customer)
    {
        var (phone, mobile, email) = (ContactMatch.Open(row, row.Text("Phone")), ContactMatch.Open(row, row.Text("Mobile")), ContactMatch.Open(row, row.Text("Email")));
        return run.External.Find(ExternalSubject.Contact, row.Text(ExternalBook.Own)) is { } id ? _byId.GetValueOrDefault(id)
            : ContactMatch.Find(customer.Contacts.Where(contact => !run.External.IsTaken(ExternalSubject.Contact, row, contact, contact.Id)), row.Text("Name"), mobile ?? phone, email);
    }

    private void Apply(ImportRun run, ImportRow row, Customer customer)
    {
        var (phone, mobile, email) = (ContactMatch.Open(row, row.Text("Phone")), ContactMatch.Open(row, row.Text("Mobile")), ContactMatch.Open(row, row.Text("Email")));
        var found = Find(run, row, customer);
        var contact = found ?? new Contact
        {
            Customer = customer,
            CustomerId = customer.Id,
            Name = row.Text("Name") ?? "",
            IsPrimary = !customer.Contacts.Any(other => other.IsPrimary && other.ArchivedAt is null),
        };
        var edit = new RowEdit(row, found is null);
        edit.Set("姓名", contact.Name, row.Text("Name"), name => contact.Name = name);
        edit.Set("职位", contact.Title, row.Text("Title"), title => contact.Title = title);
        edit.Set("电话", contact.Phone, phone, value => contact.Phone = value);
        edit.Set("手机", contact.Mobile, mobile, value => contact.Mobile = value);
        edit.Set("邮箱", contact.Email, email, value => contact.Email = value);
        edit.Set("微信", contact.WeChat, row.Text("WeChat"), value => contact.WeChat = value);
        edit.Set("决策角色", contact.Role, row.Value<ContactRole>("Role"), role => contact.Role = role, role => FieldWords.Of(FieldWords.ContactRoles, (ContactRole?)role));
        edit.Set("态度", contact.Attitude, row.Text("Attitude"), value => contact.Attitude = value);
        edit.Set("生日", contact.Birthday, row.Value<DateOnly>("Birthday"), day => contact.Birthday = day);
        edit.Set("喜好", contact.Preferences, row.Text("Preferences"), value => contact.Preferences = value);
        run.External.Bind(row, edit, ExternalSubject.Contact, contact, () => contact.Id);
        contact.DeriveKeys();
        if (found is null)
        {
            customer.Contacts.Add(contact);
            if (!run.IsDry)
            {
                run.Db.Contacts.Add(contact);
            }
        }

        run.Own.Fill(row, edit, contact);
        edit.Close();
    }
}
