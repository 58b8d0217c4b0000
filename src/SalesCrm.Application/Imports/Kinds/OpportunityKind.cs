using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers.Confidential;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Database;
using SalesCrm.Application.Deals;
using SalesCrm.Application.Fields;
using SalesCrm.Application.Imports.Downloads;
using SalesCrm.Application.Imports.External;
using SalesCrm.Application.Imports.Mapping;
using SalesCrm.Application.Imports.References;
using SalesCrm.Application.Imports.Rows;
using SalesCrm.Application.Imports.Running;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Shared.Localization;
using static SalesCrm.Application.Imports.Mapping.FieldReaders;
using SalesCrm.Application.Shared;

namespace SalesCrm.Application.Imports.Kinds;

/// <summary>Opportunities by number, in a table without numbers by customer and name; a won one brings its deal. The template 销售机会跟进表 is of this kind.</summary>
internal sealed class OpportunityKind : ImportKind
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly StageBook _stages = new();
    private readonly OpportunityBatch _batch = new();
    private readonly TakenNumbers _taken = new(ExternalSubject.OpportunityNumber);
    private readonly Unnumbered _unnumbered = new();

    public override string Name => "opportunities";

    public override Text Title => "商机";

    public override FieldSubject? Subject => FieldSubject.Opportunity;

    public override string TitleField => "Number";

    public override IReadOnlyList<ImportField> Fields { get; } = HeaderWords.AddedTo("opportunities",
    [
        new ImportField("Number", "机会编号", Line(40)).RequiredUnless(ExternalBook.Own, "Name"),
        new ImportField("Customer", "客户名称", Line(200)).RequiredUnless(LinkFields.Customer.Name),
        new ImportField("Name", "机会名称", Line(100)),
        new ImportField("Source", "机会来源", Line(50)),
        new ImportField("Product", "产品", Line(100)),
        new ImportField("Amount", "预计成交金额(元)", Money),
        new ImportField("ExpectedCloseOn", "预计成交日期", Date),
        new ImportField("Stage", "当前阶段", Line(50)),
        new ImportField("Outcome", "赢输结果", OneOf(FieldWords.OpportunityStatuses, word => new("没有商机状态“{0}”，请写进行中、已成交或已丢单", word))).OfWords(FieldWords.OpportunityStatuses),
        new ImportField("StageEnteredOn", "进入阶段", Date),
        new ImportField("Owner", "负责人", Line(50)),
        new ImportField("Milestones", "关键节点", Lines(2000)),
        new ImportField("Summary", "沟通记录摘要", Lines(2000)),
        new ImportField("Competition", "竞争情况", Lines(500)),
        new ImportField("Risk", "风险评估", FieldReaders.Risk),
        new ImportField("IdentifiedOn", "识别日期", Date),
        new ImportField("ClosedOn", "关闭日期", Date),
        new ImportField("LossReason", "丢单原因", Line(50)),
        new ImportField("Need", "需求描述", Lines(2000)),
        new ImportField("PaymentTerms", "付款方式", Line(250)),
        new ImportField("DeliveryOn", "交付日期", Date),
        LinkFields.Own,
        LinkFields.Customer,
        LinkFields.Owner,
    ]);

    public override IReadOnlyList<FieldReference> References { get; } =
    [
        new("Owner", run => run.People, "Owner"),
        new("Source", run => run.Sources, "Source"),
        new("Product", run => run.Products, "Product"),
        new("LossReason", run => run.LossReasons, "LossReason"),
    ];

    public override IReadOnlyList<string[]> Keys { get; } = [["Number"]];

    public override IReadOnlyList<string[]> Groups { get; } = [["Milestones"], ["Summary"]];

    public override string Named => nameof(Opportunity);

    public override string CustomerField => "Customer";

    public override IQueryable<RecordVersion> VersionsOf(CrmDbContext db, Actor actor, long[] ids) => db.OpportunitiesOf(actor.ForOne).Where(row => ids.Contains(row.Id)).Select(row => new RecordVersion(row.Id, row.Version, row.Number) { Customer = new NamedCustomer(row.CustomerId, row.Customer!.Name) });

    public override async Task CheckAsync(ImportRun run, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        await _stages.LoadAsync(run, cancellationToken);
        await OwnNumbers.TakeAsync(run, rows, ExternalSubject.Opportunity, ids => run.Db.Opportunities.Where(row => ids.Contains(row.Id)).Numbers(), cancellationToken);

        // A won opportunity and its deal have one number.
        await _taken.ReplaceAsync(
            run, rows, run.Db.Opportunities.Numbers().Beside(WithoutOpportunity(run.Db.Deals)), run.Db.OpportunitiesOf(run.Actor.ForOne).Numbers().Beside(WithoutOpportunity(run.Db.DealsOf(run.Actor.ForOne))),
            count => TakenNumbers.EachAsync(count, () => OpportunityFile.NextNumberAsync(run.Db, run.Clock.Today, cancellationToken)), cancellationToken);
        await CustomerReference.CheckAsync(run, rows, "Customer", toEdit: false, cancellationToken);
        await _unnumbered.NumberAsync(run, rows, cancellationToken);
        await _batch.LoadAsync(run, rows, cancellationToken);
        await run.Own.LoadAsync(_batch.Known.Values.Select(known => known.Id), cancellationToken);
        var check = new OpportunityCheck(run, _stages, _batch);
        foreach (var row in rows.Where(row => row.Has("Number")))
        {
            if (!_numbers.TryAdd(row.Text("Number")!, row.Number))
            {
                row.Refuse("Number", new Text("与第 {0} 行的机会编号相同", _numbers[row.Text("Number")!]));
            }

            check.Check(row);
            run.Own.Check(row, isNew: !_batch.Known.ContainsKey(row.Text("Number")!));
        }
    }

    public override async Task ApplyAsync(ImportRun run, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        await CustomerReference.CreateAsync(run, rows, "Customer", cancellationToken);
        var edits = new OpportunityEdit(run, _stages, _batch, _taken);
        var rivals = await RivalCells.LoadAsync(run, cancellationToken);
        var owners = new List<(Customer, long?)>();
        foreach (var row in rows)
        {
            var said = _batch.Known.GetValueOrDefault(row.Text("Number")!)?.Competition;
            var opportunity = edits.Apply(row);
            if (row.Outcome is RowOutcome.Created or RowOutcome.Updated)
            {
                owners.Add((opportunity.Customer!, opportunity.OwnerId));
                run.Traded.Add(opportunity.CustomerId);
                rivals.Apply(row, opportunity, said);
            }
        }

        if (!run.IsDry)
        {
            await OpportunityFile.InvolveAsync(run.Db, owners, cancellationToken);
        }
    }

    /// <summary>Those of deals without an opportunity.</summary>
    private static IQueryable<Numbered> WithoutOpportunity(IQueryable<Deal> deals) => deals.Where(row => row.OpportunityId == null).Numbers();
}

/// <summary>What is on file for the rows of one batch.</summary>
internal sealed class OpportunityBatch
{
    public Dictionary<string, Opportunity> Known { get; private set; } = [];

    public HashSet<long> Worked { get; private set; } = [];

    /// <summary>Deals by opportunity, and numbers of deals that have none.</summary>
    public Dictionary<long, Deal> Deals { get; private set; } = [];

    public HashSet<string> LooseDeals { get; private set; } = [];

    public ILookup<long, TalkSummary.Entry> Talks { get; private set; } = Array.Empty<TalkSummary.Entry>().ToLookup(entry => entry.OpportunityId);

    public async Task LoadAsync(ImportRun run, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        (Known, Worked, Deals, LooseDeals) = (new(StringComparer.Ordinal), [], [], new(StringComparer.Ordinal));
        var talks = new List<TalkSummary.Entry>();
        foreach (var numbers in rows.Select(row => row.Text("Number")).OfType<string>().Distinct().Chunk(500))
        {
            var source = run.IsDry ? run.Db.Opportunities.AsNoTracking().Include(row => row.Customer) : run.Db.Opportunities.Include(row => row.Customer);
            var found = await source.Include(row => row.Milestones).Include(row => row.Rivals).AsSplitQuery().Where(row => numbers.Contains(row.Number)).OrderBy(row => row.Id).ToListAsync(cancellationToken);
            found.ForEach(row => Known[row.Number] = row);
            var ids = found.ConvertAll(row => row.Id);
            var deals = run.IsDry ? run.Db.Deals.AsNoTracking() : run.Db.Deals;
            foreach (var deal in await deals.Where(deal => numbers.Contains(deal.Number)).ToListAsync(cancellationToken))
            {
                LooseDeals.UnionWith(deal.OpportunityId is null ? [deal.Number] : []);
                Deals[deal.OpportunityId ?? 0] = deal;
            }

            Worked.UnionWith(run.Actor.IsSystem() ? ids : await run.Db.OpportunitiesWorkedBy(run.Actor).Where(row => ids.Contains(row.Id)).Select(row => row.Id).ToListAsync(cancellationToken));
            var silent = found.Where(row => row.Summary is null).Select(row => row.Id).ToList();
            if (silent.Count > 0 && rows.Any(row => row.Has("Summary")))
            {
                talks.AddRange(await TalksOf(run, silent).ToListAsync(cancellationToken));
            }
        }

        Talks = talks.ToLookup(entry => entry.OpportunityId);
    }

    private static IQueryable<TalkSummary.Entry> TalksOf(ImportRun run, List<long> ids)
        => run.Db.Visits.Where(visit => visit.OpportunityId != null && ids.Contains(visit.OpportunityId.Value) && visit.ArchivedAt == null)
            .OrderByDescending(visit => visit.At).ThenByDescending(visit => visit.Id)
            .Select(visit => new TalkSummary.Entry(visit.OpportunityId!.Value, visit.On, visit.Method, visit.Topic, visit.Feedback));
}
