using SalesCrm.Application.Imports.Kinds;
using SalesCrm.Application.Imports.Rows;
using SalesCrm.Application.Imports.Running;

namespace SalesCrm.Application.Imports.External;

/// <summary>The records that a row points to by the ids of the other system.</summary>
internal sealed class RowLinks
{
    public const string ParentType = "ParentType";
    public const string Parent = "ParentExternalId";

    /// <summary>Any number of ids, of whatever they are.</summary>
    public const string Any = "Links";

    /// <summary>By this word a profile allows to open a customer for a lead's company.</summary>
    public const string LeadCustomer = "LeadCustomer";

    private static readonly (string Field, ExternalSubject Subject)[] Typed =
    [
        ("CustomerExternalId", ExternalSubject.Customer), ("ContactExternalId", ExternalSubject.Contact), ("LeadExternalId", ExternalSubject.Lead),
        ("OpportunityExternalId", ExternalSubject.Opportunity), ("DealExternalId", ExternalSubject.Deal),
    ];

    private static readonly (string Field, string Name)[] People = [("OwnerExternalId", "Owner"), ("VisitorExternalId", "Visitor"), ("ByExternalId", "By")];
    private static readonly ExternalSubject[] Linked = [ExternalSubject.Opportunity, ExternalSubject.Contact, ExternalSubject.Customer, ExternalSubject.Lead, ExternalSubject.Deal, ExternalSubject.Event, ExternalSubject.Visit];

    private readonly Dictionary<ExternalSubject, long> _ids = [];

    /// <summary>The customer meant, directly or through what the row points to.</summary>
    public long? CustomerId { get; private set; }

    public long? ContactId => Id(ExternalSubject.Contact);

    public long? LeadId => Id(ExternalSubject.Lead);

    /// <summary>The company of a lead who is no customer yet.</summary>
    public string? LeadCompany { get; private set; }

    public long? OpportunityId => Id(ExternalSubject.Opportunity);

    private long? Id(ExternalSubject subject) => _ids.TryGetValue(subject, out var id) ? id : null;

    /// <summary>Every id of the other system that the row mentions.</summary>
    public static IEnumerable<string> CodesOf(ImportRow row) => row.Text(ExternalBook.Own) is { } own ? ReferencesOf(row).Append(own) : ReferencesOf(row);

    /// <summary>Those of other records.</summary>
    public static IEnumerable<string> ReferencesOf(ImportRow row)
        => Typed.Select(typed => typed.Field).Concat(People.Select(person => person.Field)).Append(Parent)
            .Select(row.Text).OfType<string>().SelectMany(code => code.Contains(';', StringComparison.Ordinal) ? PartsOf(code).Prepend(code) : [code]).Concat(Several(row));

    /// <summary>Turns the ids of the rows into records; what is not there is refused.</summary>
    public static async Task ResolveAsync(ImportRun run, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        var linking = new List<ImportRow>();
        foreach (var row in rows)
        {
            NamePeople(run, row);
            if (Of(run, row) is { } links)
            {
                row.Links = links;
                linking.Add(row);
            }
        }

        var customers = await new LinkedCustomers(run.Db).ReadAsync(linking.SelectMany(row => row.Links!._ids.Select(pair => (pair.Key, pair.Value))), cancellationToken);
        foreach (var row in linking)
        {
            Settle(run, row, row.Links!, customers);
        }
    }

    private static void NamePeople(ImportRun run, ImportRow row)
    {
        foreach (var (field, name) in People)
        {
            if (row.Text(field) is not { } code)
            {
                continue;
            }

            if (run.People.UserNameOf(run.External.Find(ExternalSubject.User, code)) is { } userName)
            {
                row.Put(name, userName);
            }
            else if (!row.Has(name))
            {
                row.Refuse(field, run.External.Unknown(code, [ExternalSubject.User]));
            }
        }
    }

    private static RowLinks? Of(ImportRun run, ImportRow row)
    {
        var links = new RowLinks();
        foreach (var (field, subject) in Typed)
        {
            if (row.Text(field) is { } code)
            {
                // Where the other system lets a record belong to several, the first that is here counts.
                links.Add(run, row, field, code, Found(run, code, SubjectsOf(subject)) ?? PartsOf(code).Select(part => Found(run, part, SubjectsOf(subject))).FirstOrDefault(found => found is not null), SubjectsOf(subject));
            }
        }

        var type = row.Text(ParentType) is { } word ? ParentTypes.SubjectOf(word) : null;
        var isForeign = row.Has(ParentType) && type is null;
        if (row.Text(Parent) is { } parent && !isForeign)
        {
            ExternalSubject[] subjects = type is { } one ? [one] : Linked;
            links.Add(run, row, Parent, parent, Found(run, parent, subjects), subjects);
        }

        var several = Several(row).ToList();
        foreach (var link in several.Select(code => Found(run, code, Linked)).OfType<(ExternalSubject Subject, long Id)>())
        {
            links._ids.TryAdd(link.Subject, link.Id);
        }

        if (several.Count > 0 && links._ids.Count == 0 && !row.Has("Customer"))
        {
            row.Refuse(Any, run.External.Unknown(several[0], Linked));
        }

        return links._ids.Count == 0 ? null : links;
    }

    /// <summary>Other systems keep leads among their contacts, or make contacts of them.</summary>
    private static ExternalSubject[] SubjectsOf(ExternalSubject subject) => subject switch
    {
        ExternalSubject.Contact => [ExternalSubject.Contact, ExternalSubject.Lead],
        ExternalSubject.Lead => [ExternalSubject.Lead, ExternalSubject.Contact],
        _ => [subject],
    };

    private static (ExternalSubject, long)? Found(ImportRun run, string code, ExternalSubject[] subjects)
    {
        foreach (var subject in subjects)
        {
            if (run.External.Find(subject, code) is { } id)
            {
                return (subject, id);
            }
        }

        return null;
    }

    private void Add(ImportRun run, ImportRow row, string field, string code, (ExternalSubject Subject, long Id)? found, IReadOnlyList<ExternalSubject> subjects)
    {
        if (found is { } link)
        {
            _ids.TryAdd(link.Subject, link.Id);
        }
        else
        {
            row.Refuse(field, run.External.Unknown(code, subjects));
        }
    }

    private static void Settle(ImportRun run, ImportRow row, RowLinks links, IReadOnlyDictionary<(ExternalSubject, long), LinkedCustomers.Place> places)
    {
        foreach (var subject in (ExternalSubject[])[ExternalSubject.Customer, .. Linked])
        {
            if (links.CustomerId is null && links.Id(subject) is { } id)
            {
                links.CustomerId = subject == ExternalSubject.Customer ? id : places.GetValueOrDefault((subject, id))?.CustomerId;
            }
        }

        // What belongs to another customer is not drawn into this one's records.
        foreach (var subject in (ExternalSubject[])[ExternalSubject.Contact, ExternalSubject.Opportunity])
        {
            if (links.CustomerId is { } customer && links.Id(subject) is { } id && places.GetValueOrDefault((subject, id))?.CustomerId is { } other && other != customer)
            {
                links._ids.Remove(subject);
                row.Note("联系人或商机属于另一家客户，没有关联");
            }
        }

        // A lead that is no customer yet: its company may be opened as one where the profile says so; what is only planned becomes the lead's own next step.
        if (links.CustomerId is null && links.LeadId is { } lead)
        {
            links.LeadCompany = places.GetValueOrDefault((ExternalSubject.Lead, lead))?.Company;
        }

        if (links.LeadCompany is { } company && !row.Has("Customer") && run.Profile.MayCreate(LeadCustomer) && row.Value<ActState>("State") != ActState.Planned)
        {
            row.Put("Customer", company);
        }
    }

    private static IEnumerable<string> Several(ImportRow row)
        => PartsOf(row.Text(Any) ?? "");

    private static string[] PartsOf(string codes) => codes.Split(['\n', ',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
