using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Deals;
using SalesCrm.Application.Imports.Downloads;
using SalesCrm.Application.Imports.External;
using SalesCrm.Application.Imports.Mapping;
using SalesCrm.Application.Imports.References;
using SalesCrm.Application.Imports.Rows;
using SalesCrm.Application.Imports.Running;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Users;
using static SalesCrm.Application.Imports.Mapping.FieldReaders;

namespace SalesCrm.Application.Imports.Kinds;

/// <summary>Deals by number, for sales that have no opportunity on file.</summary>
internal sealed class DealKind : ImportKind
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly TakenNumbers _taken = new(ExternalSubject.DealNumber);
    private Dictionary<string, Deal> _known = [];

    public override string Name => "deals";

    public override Text Title => "成交";

    public override string TitleField => "Number";

    public override IReadOnlyList<ImportField> Fields { get; } = HeaderWords.AddedTo("deals",
    [
        new ImportField("Number", "成交编号", Line(40)).RequiredUnless(ExternalBook.Own),
        new ImportField("Customer", "客户名称", Line(200)).RequiredUnless(LinkFields.Customer.Name),
        new ImportField("On", "成交日期", Date).Required(),
        new ImportField("Amount", "成交金额(元)", Money).Required(),
        new ImportField("Owner", "负责人", Line(50)),
        new ImportField("Product", "产品", Line(100)),
        new ImportField("Cost", "成本(元)", Money),
        new ImportField("DeliveryOn", "交付日期", Date),
        new ImportField("Channel", "渠道", Line(30)),
        new ImportField("Remark", "备注", Lines(1000)),
        LinkFields.Own,
        LinkFields.Customer,
        LinkFields.Owner,
    ]);

    public override IReadOnlyList<FieldReference> References { get; } = [new("Owner", run => run.People, "Owner"), new("Product", run => run.Products, "Product")];

    public override bool IsFor(Actor actor) => actor.Role is Role.Manager or Role.Admin;

    public override IReadOnlyList<string[]> Keys { get; } = [["Number"]];

    public override string Named => nameof(Deal);

    public override string CustomerField => "Customer";

    public override IQueryable<RecordVersion> VersionsOf(CrmDbContext db, Actor actor, long[] ids) => db.DealsOf(actor.ForOne).Where(row => ids.Contains(row.Id)).Select(row => new RecordVersion(row.Id, row.Version, row.Number) { Customer = new NamedCustomer(row.CustomerId, row.Customer!.Name) });

    public override async Task CheckAsync(ImportRun run, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        await OwnNumbers.TakeAsync(run, rows, ExternalSubject.Deal, ids => run.Db.Deals.Where(row => ids.Contains(row.Id)).Numbers(), cancellationToken);

        // When an opportunity is won, its deal takes its number.
        await _taken.ReplaceAsync(
            run, rows, run.Db.Deals.Numbers().Beside(run.Db.Opportunities.Numbers()), run.Db.DealsOf(run.Actor.ForOne).Numbers().Beside(run.Db.OpportunitiesOf(run.Actor.ForOne).Numbers()),
            count => TakenNumbers.EachAsync(count, () => DealFile.NextNumberAsync(run.Db, run.Clock.Today, cancellationToken)), cancellationToken);
        await CustomerReference.CheckAsync(run, rows, "Customer", toEdit: false, cancellationToken);
        _known = new(StringComparer.Ordinal);
        var seen = new HashSet<long>();
        foreach (var numbers in rows.Select(row => row.Text("Number")).OfType<string>().Distinct().Chunk(500))
        {
            var source = run.IsDry ? run.Db.Deals.AsNoTracking() : run.Db.Deals;
            foreach (var deal in await source.Include(deal => deal.Customer).Where(deal => numbers.Contains(deal.Number)).ToListAsync(cancellationToken))
            {
                _known[deal.Number] = deal;
            }

            seen.UnionWith(await run.Db.DealsOf(run.Actor).Where(deal => numbers.Contains(deal.Number)).Select(deal => deal.Id).ToListAsync(cancellationToken));
        }

        foreach (var row in rows.Where(row => row.Has("Number")))
        {
            Check(run, row, seen);
        }
    }

    public override async Task ApplyAsync(ImportRun run, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        await CustomerReference.CreateAsync(run, rows, "Customer", cancellationToken);
        foreach (var row in rows)
        {
            var found = _known.GetValueOrDefault(row.Text("Number")!);
            var deal = found ?? Open(run, row);
            var edit = new RowEdit(row, found is null);
            edit.Set("成交日期", deal.On, row.NewValue<DateOnly>("On"), day => deal.On = day);
            edit.Set("成交金额", deal.Amount, row.NewValue<decimal>("Amount"), value => deal.Amount = value);
            edit.Set("负责人", deal.OwnerId, run.People.IdOf(row.Text("Owner")), id => deal.OwnerId = id, id => run.People.NameOf(id) ?? row.Text("Owner")!);
            edit.Set("产品", deal.ProductId, run.Products.IdOf(row.Text("Product")), id => deal.ProductId = id, id => run.Products.NameOf(id) ?? row.Text("Product")!);
            edit.Set("成本", deal.Cost, row.Value<decimal>("Cost"), value => deal.Cost = value);
            edit.Set("交付日期", deal.DeliveryOn, row.Value<DateOnly>("DeliveryOn"), day => deal.DeliveryOn = day);
            edit.Set("渠道", deal.Channel, row.Text("Channel"), value => deal.Channel = value);
            edit.Set("备注", deal.Remark, row.Text("Remark"), value => deal.Remark = value);
            run.External.Bind(row, edit, ExternalSubject.Deal, deal, () => deal.Id);
            _taken.Bind(run, row, () => deal.Id);
            edit.Close();
            if (row.Outcome is RowOutcome.Created or RowOutcome.Updated)
            {
                run.Traded.Add(deal.CustomerId);
            }
        }
    }

    private void Check(ImportRun run, ImportRow row, HashSet<long> seen)
    {
        var number = row.Text("Number")!;
        if (!_numbers.TryAdd(number, row.Number))
        {
            row.Refuse("Number", new Text("与第 {0} 行的成交编号相同", _numbers[number]));
        }

        if (row.Value<DateOnly>("On") > run.Clock.Today)
        {
            row.Refuse("On", "成交日期不能晚于今天");
        }

        if (_known.GetValueOrDefault(number) is not { } deal)
        {
            if (row.RecordId is not null)
            {
                row.RefuseAsGone("Number");
            }

            return;
        }

        if (!seen.Contains(deal.Id))
        {
            row.Refuse("Number", "这个成交编号已被占用，不在您的权限内");
        }
        else if (deal.OwnerId is { } owner && !run.People.IsWithinReach(owner))
        {
            row.Refuse("Number", "这笔成交不归您管理，不能修改");
        }
        else if (deal.ArchivedAt is not null)
        {
            row.Refuse("Number", "这笔成交已归档，请先恢复");
        }
        else if (row.Customer?.Id != deal.CustomerId && deal.Customer!.NameKey != CustomerBook.KeyOf(row.Text("Customer") ?? ""))
        {
            row.Refuse("Customer", new Text("成交编号 {0} 属于客户“{1}”", number, deal.Customer.Name));
        }
        else if (deal.OpportunityId is not null && (Differs(row.NewValue<DateOnly>("On"), deal.On) || Differs(row.NewValue<decimal>("Amount"), deal.Amount)))
        {
            row.Refuse("Number", "这笔成交来自商机，请导入商机来修改");
        }
    }

    private static bool Differs<T>(T? now, T before)
        where T : struct
        => now is { } value && !value.Equals(before);

    private static Deal Open(ImportRun run, ImportRow row)
    {
        var customer = row.Customer!;
        var deal = new Deal { Number = row.Text("Number")!, CustomerId = customer.Id, On = row.Value<DateOnly>("On")!.Value, Amount = row.Value<decimal>("Amount")!.Value, OwnerId = customer.OwnerId };
        customer.NeedStage ??= Customers.NeedStage.Won;
        if (!run.IsDry)
        {
            run.Db.Deals.Add(deal);
        }

        return deal;
    }
}
