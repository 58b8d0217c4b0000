using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers.Pool;
using SalesCrm.Application.Database;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Paging;
using SalesCrm.Application.Shared.Texts;
using SalesCrm.Application.Shared.Time;
using SalesCrm.Application.Users;

namespace SalesCrm.Application.Customers.Bulk;

/// <summary>Does one thing to many customers in one transaction, as an act that can be undone.</summary>
public sealed class ChangeCustomers(CrmDbContext db, CompanyClock clock)
{
    /// <summary>More at once would keep other writers waiting.</summary>
    public const int Most = 10_000;

    private const int Batch = 500;

    public sealed record Input
    {
        /// <summary>Which customers, when single ones were picked.</summary>
        public IReadOnlyCollection<long> Ids { get; set; } = [];

        /// <summary>Which customers, when all that a list shows are meant.</summary>
        public CustomerFilter? Filter { get; set; }

        public BulkChange? Change { get; set; }

        /// <summary>The new owner.</summary>
        public long? OwnerId { get; set; }

        /// <summary>The new industry, source or size.</summary>
        public long? WordId { get; set; }

        public NeedStage? NeedStage { get; set; }

        /// <summary>Why they go into the public pool.</summary>
        public string? Reason { get; set; }
    }

    /// <param name="ActId">For undoing it; 0 when nothing was changed.</param>
    /// <param name="Done">Customers that were changed.</param>
    /// <param name="Unchanged">Customers that were so already.</param>
    /// <param name="NotYours">Customers that he may read but not change.</param>
    /// <param name="Busy">Customers that stayed because they have open opportunities.</param>
    public sealed record Result(long ActId, int Done, int Unchanged, int NotYours, int Busy);

    public async Task<Outcome<Result>> ExecuteAsync(Input input, Actor actor, CancellationToken cancellationToken)
    {
        var problem = await ProblemAsync(input, actor, cancellationToken);
        return problem is { } refusal
            ? Outcome<Result>.Invalid(refusal.Property, refusal.Message)
            : await db.InTransactionAsync(actor, token => ChangeAsync(input, actor, token), cancellationToken);
    }

    /// <summary>How many customers are meant, counted as far as lists count.</summary>
    public async Task<int> CountAsync(Input input, Actor actor, CancellationToken cancellationToken) => await (await BulkSource.OfAsync(db, input, actor, clock, cancellationToken)).CountUpToAsync(Most, cancellationToken);

    private async Task<Problem?> ProblemAsync(Input input, Actor actor, CancellationToken cancellationToken)
    {
        var kind = input.Change?.Words();
        return input switch
        {
            { Change: null } => new Problem(nameof(Input.Change), "请选择要做什么"),
            { Change: BulkChange.Assign, OwnerId: null } => new Problem(nameof(Input.OwnerId), "请选择跟进人"),
            { Change: BulkChange.Assign } when actor.Role is not (Role.Manager or Role.Admin) => new Problem(nameof(Input.Change), "只有经理和管理员可以改派客户"),
            { Change: BulkChange.Assign } => await CustomerFile.OwnerProblemAsync(db, null, input.OwnerId, actor, cancellationToken) is { } text ? new Problem(nameof(Input.OwnerId), text) : null,
            { Change: BulkChange.Release } when CleanText.Line(input.Reason) is not { Length: <= ReleaseCustomer.LongestReason } => new Problem(nameof(Input.Reason), "请写明原因，不超过 200 字"),
            { Change: BulkChange.NeedStage, NeedStage: null } => new Problem(nameof(Input.NeedStage), "请选择需求阶段"),
            _ when kind is not null && !await db.Dictionary.AnyAsync(word => word.Id == input.WordId && word.Kind == kind && !word.IsArchived, cancellationToken)
                => new Problem(nameof(Input.WordId), "请选择一个可用的选项"),
            _ when await BulkSource.IgnoresAsync(db, input, actor, cancellationToken) => new Problem("", "筛选里有您看不到或无法识别的条件，请回到列表重新筛选后再批量操作"),
            _ when await CountAsync(input, actor, cancellationToken) > Most => new Problem("", new Text("一次最多 {0} 家，请先筛选", Most)),
            _ => null,
        };
    }

    private async Task<Outcome<Result>> ChangeAsync(Input input, Actor actor, CancellationToken cancellationToken)
    {
        var ids = await (await BulkSource.OfAsync(db, input, actor, clock, cancellationToken)).OrderBy(customer => customer.Id).Select(customer => customer.Id).Take(Most).ToListAsync(cancellationToken);
        var (done, mine, busy) = (0, 0, 0);
        foreach (var some in ids.Chunk(Batch))
        {
            var customers = await BulkSource.Reachable(db, input.Change!.Value, actor).Where(customer => some.Contains(customer.Id)).ToListAsync(cancellationToken);
            mine += customers.Count;
            var open = await BulkSource.Busy(db, input.Change.Value).Where(id => some.Contains(id)).Distinct().ToListAsync(cancellationToken);
            busy += customers.RemoveAll(customer => open.Contains(customer.Id));
            customers.ForEach(customer => Change(customer, input));
            done += db.ChangeTracker.Entries<Customer>().Count(entry => entry.State == EntityState.Modified);
            await db.SaveChangesAsync(cancellationToken);
            db.ChangeTracker.Clear();
        }

        if (done == 0)
        {
            return new Result(0, 0, mine - busy, ids.Count - mine, busy);
        }

        var act = db.Name(ActKindOf(input.Change!.Value), input.Change.Value.Name(), done);
        await db.SaveChangesAsync(cancellationToken);
        return new Result(act?.Id ?? 0, done, mine - busy - done, ids.Count - mine, busy);
    }

    private void Change(Customer customer, Input input)
    {
        if (customer.MergedIntoId is not null)
        {
            return;
        }

        switch (input.Change)
        {
            case BulkChange.Assign:
                customer.AssignTo(input.OwnerId);
                break;
            case BulkChange.Archive:
                customer.Archive(clock.UtcNow);
                break;
            case BulkChange.Restore:
                customer.Restore();
                break;
            case BulkChange.NeedStage:
                customer.NeedStage = input.NeedStage;
                break;
            case BulkChange.Industry:
                customer.IndustryId = input.WordId;
                break;
            case BulkChange.Source:
                customer.SourceId = input.WordId;
                break;
            case BulkChange.CompanySize:
                customer.CompanySizeId = input.WordId;
                break;
            case BulkChange.Release:
                PoolChange.Release(db, customer, null, CleanText.Line(input.Reason));
                break;
        }
    }

    private static ActKind ActKindOf(BulkChange change) => change switch
    {
        BulkChange.Assign => ActKind.Assign,
        BulkChange.Archive => ActKind.Archive,
        BulkChange.Restore => ActKind.Restore,
        BulkChange.Release => ActKind.Release,
        _ => ActKind.Edit,
    };
}
