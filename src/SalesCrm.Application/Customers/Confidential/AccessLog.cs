using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Paging;
using SalesCrm.Application.Users;
using SalesCrm.Application.Users.Teams;

namespace SalesCrm.Application.Customers.Confidential;

/// <summary>Who saw confidential customers, the latest first. Read only: nothing in the product changes a line.</summary>
public sealed class AccessLog(CrmDbContext db)
{
    private static readonly ListOrder<CustomerAccess, long> Order = new("id", access => access.Id, access => access.Id);

    /// <param name="Customer">Null where it is closed to the reader; then there is no detail either.</param>
    /// <param name="At">UTC.</param>
    /// <param name="Detail">What was searched for, the reason of an export, the name of a file.</param>
    /// <param name="Count">Hits of the search, rows of the export.</param>
    public sealed record Line(DateTime At, string Who, AccessKind Kind, long CustomerId, string? Customer, string? Detail, int? Count);

    /// <param name="Name">The customer's.</param>
    /// <param name="Since">UTC; since when it is confidential, null while it is not.</param>
    public sealed record OfCustomer(string Name, DateTime? Since, Page<Line> Lines);

    /// <summary>Of one customer, for its owner, his managers and admins who may open it; null for others.</summary>
    public async Task<OfCustomer?> ReadAsync(long customerId, string? cursor, Actor actor, CancellationToken cancellationToken)
    {
        var reach = db.ReachOf(actor);
        var file = await db.CustomersOf(actor.ForOne).Where(customer => customer.Id == customerId && (actor.SeesEverything || reach.Contains(customer.OwnerId ?? 0)))
            .Select(customer => new { customer.Name, customer.ConfidentialAt }).SingleOrDefaultAsync(cancellationToken);
        return file is null ? null : new(file.Name, file.ConfidentialAt, await PageAsync(db.CustomerAccesses.Where(access => access.CustomerId == customerId), cursor, actor, cancellationToken));
    }

    /// <summary>Of all customers, for the admin: which they were he is told only of those that he may open.</summary>
    public async Task<Page<Line>?> ReadAsync(string? cursor, Actor actor, CancellationToken cancellationToken)
        => actor.Role == Role.Admin ? await PageAsync(db.CustomerAccesses, cursor, actor, cancellationToken) : null;

    private Task<Page<Line>> PageAsync(IQueryable<CustomerAccess> accesses, string? cursor, Actor actor, CancellationToken cancellationToken)
    {
        var closed = db.ClosedTo(actor);
        return Order.ReadAsync(
            accesses.AsNoTracking(),
            access => new Line(
                access.At, db.Users.Where(user => user.Id == access.UserId).Select(user => user.DisplayName).First(), access.Kind, access.CustomerId,
                closed.Contains(access.CustomerId) ? null : db.Customers.Where(customer => customer.Id == access.CustomerId).Select(customer => customer.Name).First(),
                closed.Contains(access.CustomerId) ? null : access.Detail, access.Count),
            new PageRequest("id", true, cursor, 50), cancellationToken);
    }
}

public static class AccessKindNames
{
    public static Text Name(this AccessKind kind) => kind switch
    {
        AccessKind.Opened => "打开",
        AccessKind.Found => "搜索到",
        AccessKind.Exported => "导出",
        _ => "下载附件",
    };
}
