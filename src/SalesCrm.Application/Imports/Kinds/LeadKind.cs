using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Fields;
using SalesCrm.Application.Imports.Downloads;
using SalesCrm.Application.Imports.External;
using SalesCrm.Application.Customers.Confidential;
using SalesCrm.Application.Imports.Mapping;
using SalesCrm.Application.Imports.References;
using SalesCrm.Application.Imports.Rows;
using SalesCrm.Application.Imports.Running;
using SalesCrm.Application.Leads;
using SalesCrm.Application.Leads.Assignment;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Texts;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Users;
using static SalesCrm.Application.Imports.Mapping.FieldReaders;

namespace SalesCrm.Application.Imports.Kinds;

/// <summary>Leads; found again by company, person and phone.</summary>
internal sealed class LeadKind : ImportKind
{
    private readonly Dictionary<LeadKey, Lead> _pretended = [];
    private readonly LeadStates _states = new();
    private Dictionary<LeadKey, Lead> _known = [];
    private Dictionary<long, Lead> _byId = [];
    private LeadScoring _scoring = LeadScoring.Default;

    public override string Name => "leads";

    public override Text Title => "线索";

    public override FieldSubject? Subject => FieldSubject.Lead;

    public override string TitleField => "Company";

    public override IReadOnlyList<ImportField> Fields { get; } = HeaderWords.AddedTo("leads",
    [
        new ImportField("Company", "公司", Line(200)).Required(),
        new ImportField("Person", "联系人", Person(50)).OfPerson(),
        new ImportField("Title", "职位", Person(50)),
        new ImportField("Phone", "电话", FieldReaders.Phone).Reaching(new ReachFields("Person", "Title", "Email")),
        new ImportField("Email", "邮箱", Email),
        new ImportField("Source", "来源", Line(50)),
        new ImportField("Need", "需求", Lines(2000)),
        new ImportField("Campaign", "活动", Line(100)),
        new ImportField("Owner", "负责人", Line(50)),
        new ImportField("BudgetScore", "预算评分", Count),
        new ImportField("UrgencyScore", "紧急度评分", Count),
        new ImportField("AuthorityScore", "决策权限评分", Count),
        new ImportField("NextFollowUpOn", "下次跟进日期", Date),
        new ImportField("NextFollowUpText", "下次跟进计划", Line(200)),
        new ImportField("Province", "省份", FieldReaders.Province),
        new ImportField("City", "城市", Line(50)),
        new ImportField("CreatedOn", "创建日期", Date),
        new ImportField("Status", "状态", OneOf(FieldWords.LeadStatuses, word => new("没有线索状态“{0}”，请写新线索、跟进中、已达标、已淘汰或已转化", word))).OfWords(FieldWords.LeadStatuses),
        new ImportField("DisqualifyReason", "淘汰原因", Line(200)),
        new ImportField("DisqualifyNote", "淘汰说明", Line(250)),
        LinkFields.Own,
        LinkFields.Owner,
        LinkFields.Customer,
        LinkFields.Opportunity,
    ]);

    public override IReadOnlyList<FieldReference> References { get; } = [new("Owner", run => run.People, "Owner"), new("Source", run => run.Sources, "Source")];

    public override IReadOnlyList<string[]> Keys { get; } = [["Company", "Person", "Phone"]];

    public override IReadOnlyList<string> Identity { get; } = ["Company", "Person", "Phone"];

    public override int IdentityOf(ImportRow row) => row.Has("Company") ? KeyOf(row).GetHashCode() : 0;

    public override string Named => nameof(Lead);

    public override IQueryable<RecordVersion> VersionsOf(CrmDbContext db, Actor actor, long[] ids) => db.LeadsOf(actor.ForOne).Where(row => ids.Contains(row.Id)).Select(row => new RecordVersion(row.Id, row.Version, row.Company));

    public override async Task CheckAsync(ImportRun run, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        _scoring = await LeadScoring.ReadAsync(run.Db, cancellationToken);
        await LoadAsync(run, rows, cancellationToken);
        await run.Own.LoadAsync(_known.Values.Select(lead => lead.Id).Concat(_byId.Keys).Distinct(), cancellationToken);
        var scope = run.Actor.IsSystem() ? null : (await run.Db.LeadsOf(run.Actor).Where(lead => _known.Values.Select(known => known.Id).Concat(_byId.Keys).Contains(lead.Id)).Select(lead => lead.Id).ToListAsync(cancellationToken)).ToHashSet();
        foreach (var row in rows.Where(row => row.Has("Company")))
        {
            if (Match(run, row) is { Id: not 0 } known && scope?.Contains(known.Id) == false)
            {
                row.Refuse("Company", "这条线索已在系统中，由他人跟进");
            }
            else if (row.RecordId is not null && Match(run, row) is null)
            {
                row.RefuseAsGone("Company");
            }

            if (row.Value<DateOnly>("CreatedOn") > run.Clock.Today && Match(run, row) is null)
            {
                row.Refuse("CreatedOn", "创建日期不能晚于今天");
            }

            run.Own.Check(row, isNew: Match(run, row) is null);
            CheckScore(row, "BudgetScore", _scoring.Budget);
            CheckScore(row, "UrgencyScore", _scoring.Urgency);
            CheckScore(row, "AuthorityScore", _scoring.Authority);
        }
    }

    public override async Task ApplyAsync(ImportRun run, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        var unowned = new List<Lead>();
        foreach (var row in rows)
        {
            var found = Match(run, row);
            var lead = found ?? Open(run, row);
            var edit = new RowEdit(row, found is null);
            Fill(run, row, edit, lead);
            run.Own.Fill(row, edit, lead);
            await _states.TakeAsync(run, row, edit, lead, cancellationToken);
            run.External.Bind(row, edit, ExternalSubject.Lead, lead, () => lead.Id);
            edit.Close();
            if (found is null && lead.OwnerId is null)
            {
                unowned.Add(lead);
            }
        }

        if (!run.IsDry)
        {
            await DistributeLeads.GiveOutAsync(run.Db, unowned, run.Clock.UtcNow, cancellationToken);
        }
    }

    /// <summary>A lead whose company, person or phone was changed here after the download is met by its record.</summary>
    private Lead? Match(ImportRun run, ImportRow row) => row.RecordId is { } downloaded ? _byId.GetValueOrDefault(downloaded) : run.External.Find(ExternalSubject.Lead, row.Text(ExternalBook.Own)) is { } id ? _byId.GetValueOrDefault(id)
        : _known.GetValueOrDefault(KeyOf(row)) is { } same && !run.External.IsTaken(ExternalSubject.Lead, row, same, same.Id) ? same : null;

    private static LeadKey KeyOf(ImportRow row) => LeadKey.Of(row.Text("Company")!, row.Text("Person"), row.Text("Phone"));

    private async Task LoadAsync(ImportRun run, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        _known = new Dictionary<LeadKey, Lead>(_pretended);
        _byId = [];
        var closed = run.Db.ClosedTo(run.Actor);
        var told = run.Actor.IsSystem() ? run.Db.Leads : run.Db.Leads.Where(lead => lead.CustomerId == null || !closed.Contains(lead.CustomerId.Value));
        var source = run.IsDry ? told.AsNoTracking() : told;
        foreach (var keys in rows.Select(row => row.Text("Company")).OfType<string>().Select(CustomerBook.KeyOf).Distinct().Chunk(500))
        {
            foreach (var lead in await source.Where(lead => keys.Contains(lead.CompanyKey)).OrderBy(lead => lead.Id).ToListAsync(cancellationToken))
            {
                _known.TryAdd(LeadKey.Of(lead.Company, lead.Person, lead.Phone), lead);
                _byId[lead.Id] = lead;
            }
        }

        foreach (var ids in rows.Select(row => row.RecordId ?? run.External.Find(ExternalSubject.Lead, row.Text(ExternalBook.Own))).OfType<long>().Where(id => !_byId.ContainsKey(id)).Distinct().Chunk(500))
        {
            await source.Where(lead => ids.Contains(lead.Id)).ForEachAsync(lead => _byId[lead.Id] = lead, cancellationToken);
        }

        if (rows.Any(row => row.Has(ExternalBook.Own)))
        {
            await run.External.LoadTakenAsync(ExternalSubject.Lead, _byId.Keys, cancellationToken);
        }
    }

    private Lead Open(ImportRun run, ImportRow row)
    {
        var company = row.Text("Company")!;
        var lead = new Lead { Company = company, CompanyKey = CustomerBook.KeyOf(company), CreatedOn = row.Value<DateOnly>("CreatedOn") ?? run.Clock.Today, CreatedAt = run.Clock.UtcNow };
        lead.OwnerId = run.Actor.Role is Role.Rep ? run.Actor.UserId : null;
        _known[KeyOf(row)] = lead;
        if (run.IsDry && row.ComesAgain)
        {
            _pretended[KeyOf(row)] = lead;
        }

        if (!run.IsDry)
        {
            run.Db.Leads.Add(lead);
        }

        return lead;
    }

    private static void CheckScore(ImportRow row, string field, ScorePart part)
    {
        if (row.Value<int>(field) > part.Maximum)
        {
            row.Refuse(field, new Text("评分应在 0 至 {0} 之间", part.Maximum));
        }
    }

    private void Fill(ImportRun run, ImportRow row, RowEdit edit, Lead lead)
    {
        edit.Set("公司", lead.Company, row.RecordId is null ? null : row.NewText("Company"), value => (lead.Company, lead.CompanyKey) = (value, CustomerBook.KeyOf(value)));
        edit.Set("联系人", lead.Person, row.NewText("Person"), value => lead.Person = value);
        edit.Set("职位", lead.Title, row.Text("Title"), value => lead.Title = value);
        edit.Set("电话", lead.Phone, ContactMatch.Open(row, row.NewText("Phone")), value => lead.Phone = value);
        lead.PhoneKey = PhoneKey.Of(lead.Phone)?.Number;
        edit.Set("邮箱", lead.Email, ContactMatch.Open(row, row.Text("Email")), value => lead.Email = value);
        edit.Set("来源", lead.SourceId, run.Sources.IdOf(row.Text("Source")), id => lead.SourceId = id, id => run.Sources.NameOf(id) ?? row.Text("Source")!);
        edit.Set("需求", lead.Need, row.Text("Need"), value => lead.Need = value);
        edit.Set("活动", lead.Campaign, row.Text("Campaign"), value => lead.Campaign = value);
        edit.Set("负责人", lead.OwnerId, run.People.IdOf(row.Text("Owner")), id => lead.OwnerId = id, id => run.People.NameOf(id) ?? row.Text("Owner")!);
        edit.Set("预算评分", lead.BudgetScore, row.Value<int>("BudgetScore"), value => lead.BudgetScore = value);
        edit.Set("紧急度评分", lead.UrgencyScore, row.Value<int>("UrgencyScore"), value => lead.UrgencyScore = value);
        edit.Set("决策权限评分", lead.AuthorityScore, row.Value<int>("AuthorityScore"), value => lead.AuthorityScore = value);
        edit.Set("下次跟进日期", lead.NextFollowUpOn, row.Value<DateOnly>("NextFollowUpOn"), day => lead.NextFollowUpOn = day);
        edit.Set("下次跟进计划", lead.NextFollowUpText, row.Text("NextFollowUpText"), value => lead.NextFollowUpText = value);
        edit.Set("省份", lead.Province, row.Text("Province"), value => lead.Province = value);
        edit.Set("城市", lead.City, row.Text("City"), value => lead.City = value);
        if (edit.HasChanged)
        {
            lead.Judge(_scoring);
        }
    }

    private readonly record struct LeadKey(string Company, string Person, string Phone)
    {
        public static LeadKey Of(string company, string? person, string? phone)
            => new(CustomerBook.KeyOf(company), NameKey.Of(person), PhoneKey.Of(phone)?.Number ?? phone ?? "");
    }
}
