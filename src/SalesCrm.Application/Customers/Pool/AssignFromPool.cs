using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Time;
using SalesCrm.Application.Users;
using SalesCrm.Application.Users.Teams;

namespace SalesCrm.Application.Customers.Pool;

/// <summary>Gives customers of the public pool to one of the manager's people, as an act that can be undone.</summary>
public sealed class AssignFromPool(CrmDbContext db, CompanyClock clock)
{
    /// <summary>More at once are not picked by hand.</summary>
    public const int Most = 500;

    public sealed record Input
    {
        public IReadOnlyCollection<long> Ids { get; set; } = [];

        /// <summary>The new owner.</summary>
        public long? OwnerId { get; set; }
    }

    /// <param name="ActId">For undoing it; 0 when nobody was left to assign.</param>
    /// <param name="Done">Customers that have an owner now.</param>
    /// <param name="Gone">Customers whom somebody else was quicker to take.</param>
    public sealed record Result(long ActId, int Done, int Gone);

    public async Task<Outcome<Result>> ExecuteAsync(Input input, Actor actor, CancellationToken cancellationToken)
    {
        if (actor.Role is not (Role.Manager or Role.Admin))
        {
            return Outcome<Result>.Forbidden("只有经理和管理员可以分配公海客户");
        }

        if (input.Ids.Count is 0 or > Most)
        {
            return Outcome<Result>.Invalid("", new Text("请选择 1 至 {0} 家客户", Most));
        }

        try
        {
            return await db.InTransactionAsync(actor, token => AssignAsync(input, actor, token), cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Outcome<Result>.Conflict(ClaimCustomer.Gone);
        }
    }

    private async Task<Outcome<Result>> AssignAsync(Input input, Actor actor, CancellationToken cancellationToken)
    {
        var receiver = await db.UsersOf(actor).WhoReceive().Where(user => user.Id == input.OwnerId)
            .Select(user => new { user.Id, user.DisplayName }).SingleOrDefaultAsync(cancellationToken);
        if (receiver is null)
        {
            return Outcome<Result>.Invalid(nameof(input.OwnerId), "请选择所管团队的销售或经理");
        }

        await db.HoldPersonAsync(receiver.Id, cancellationToken);
        await db.HoldCustomersAsync(input.Ids, cancellationToken);
        var rules = await PoolRules.ReadAsync(db, clock, cancellationToken);
        var customers = await db.PoolOf(actor).Where(customer => input.Ids.Contains(customer.Id)).ToListAsync(cancellationToken);
        var room = rules.MostHeld - await ClaimCustomer.HeldAsync(db, receiver.Id, cancellationToken);
        if (customers.Count > room)
        {
            return Outcome<Result>.Invalid(nameof(input.OwnerId), new Text("{0} 最多还能接 {1} 家客户（上限 {2} 家）", receiver.DisplayName, Math.Max(room, 0), rules.MostHeld));
        }

        if (customers.Count == 0)
        {
            return new Result(0, 0, input.Ids.Count);
        }

        customers.ForEach(customer => PoolChange.Take(db, customer, receiver.Id, PoolMoveKind.Assigned));
        var act = db.Name(ActKind.Assign, new Text("公海客户分配给 {0}", receiver.DisplayName), customers.Count);
        await db.SaveChangesAsync(cancellationToken);
        return new Result(act?.Id ?? 0, customers.Count, input.Ids.Count - customers.Count);
    }
}
