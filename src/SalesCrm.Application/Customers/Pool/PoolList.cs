using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Grading;
using SalesCrm.Application.Search;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Paging;
using SalesCrm.Application.Shared.Texts;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Application.Customers.Pool;

/// <summary>The public pool, page by page: enough to choose by, and nothing that was entrusted to somebody else.</summary>
public sealed class PoolList(CrmDbContext db, CompanyClock clock)
{
    private static readonly ListOrders<Customer> Orders = new(
        new ListOrder<Customer, DateTime>("since", c => c.HeldSince, c => c.Id),
        new ListOrder<Customer, Grade>("grade", c => c.Grade, c => c.Id),
        new ListOrder<Customer, DateTime?>("last", c => c.LastFollowUpAt, c => c.Id));

    private static Expression<Func<Customer, PoolRow>> Row => Of(Translations.Current == Translations.English);

    private static Expression<Func<Customer, PoolRow>> Of(bool english) => c => new PoolRow(
        c.Id, c.Number, c.Name, c.Grade, english && c.Industry!.EnglishName != null ? c.Industry.EnglishName : c.Industry!.Name, c.Province, c.City, c.LastFollowUpAt, c.DealCount > 0, c.FormerOwner!.Team!.Name, c.HeldSince,
        c.Contacts.Where(p => p.ArchivedAt == null).OrderByDescending(p => p.IsPrimary).ThenBy(p => p.Id).Select(p => p.Mobile ?? p.Phone).FirstOrDefault());

    public sealed record Filter(string? Q = null, Grade? Grade = null, long? IndustryId = null, string? Province = null, bool? HasDeals = null);

    /// <param name="HasDeals">Whether he ever bought; not what or for how much.</param>
    /// <param name="FormerTeam">The team that had him, to ask there.</param>
    /// <param name="Since">UTC; since when he is in the pool.</param>
    /// <param name="Phone">Masked.</param>
    public sealed record PoolRow(
        long Id, string Number, string Name, Grade Grade, string? Industry, string? Province, string? City, DateTime? LastFollowUpAt, bool HasDeals, string? FormerTeam, DateTime Since, string? Phone)
    {
        internal PoolRow Masked() => this with { Phone = Mask.Phone(Phone) };
    }

    /// <param name="ClaimedToday">How many the actor has claimed today.</param>
    /// <param name="Held">How many customers he holds.</param>
    public sealed record Standing(int ClaimedToday, int ClaimsPerDay, int Held, int MostHeld);

    public async Task<Page<PoolRow>> ReadAsync(Filter filter, PageRequest page, Actor actor, CancellationToken cancellationToken)
    {
        var customers = db.PoolOf(actor).AsNoTracking().Matching(db, SearchKind.Customer, filter.Q);
        customers = filter.Grade is { } grade ? customers.Where(customer => customer.Grade == grade) : customers;
        customers = filter.IndustryId is { } industry ? customers.Where(customer => customer.IndustryId == industry) : customers;
        customers = customers.InProvince(filter.Province);
        customers = filter.HasDeals is { } bought ? customers.Where(customer => (customer.DealCount > 0) == bought) : customers;
        var rows = await Orders.Named(page.Sort).ReadAsync(customers, Row, page, cancellationToken);
        return rows with { Rows = [.. rows.Rows.Select(row => row.Masked())] };
    }

    /// <summary>One customer of the pool; null when he is not there (any more).</summary>
    public async Task<PoolRow?> FindAsync(long id, Actor actor, CancellationToken cancellationToken)
        => (await db.PoolOf(actor).AsNoTracking().Where(customer => customer.Id == id).Select(Row).SingleOrDefaultAsync(cancellationToken))?.Masked();

    public async Task<Standing> StandingAsync(Actor actor, CancellationToken cancellationToken)
    {
        var rules = await PoolRules.ReadAsync(db, clock, cancellationToken);
        var today = clock.StartOf(clock.Today);
        var claimed = await db.PoolMoves.CountAsync(move => move.ToId == actor.UserId && move.Kind == PoolMoveKind.Claimed && move.At >= today, cancellationToken);
        return new Standing(claimed, rules.ClaimsPerDay, await ClaimCustomer.HeldAsync(db, actor.UserId, cancellationToken), rules.MostHeld);
    }
}
