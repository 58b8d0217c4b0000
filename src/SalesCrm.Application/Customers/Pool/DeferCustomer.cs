using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Texts;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Application.Customers.Pool;

/// <summary>Keeps a customer out of the public pool for a while, once for each owner and with a reason (延期).</summary>
public sealed class DeferCustomer(CrmDbContext db, CompanyClock clock)
{
    public sealed record Input
    {
        public string? Reason { get; set; }
    }

    /// <returns>The day until which he stays.</returns>
    public async Task<Outcome<DateOnly>> ExecuteAsync(long id, Input input, Actor actor, CancellationToken cancellationToken)
    {
        if (CleanText.Line(input.Reason) is not { Length: <= ReleaseCustomer.LongestReason } reason)
        {
            return Outcome<DateOnly>.Invalid(nameof(input.Reason), "请写明原因，不超过 200 字");
        }

        try
        {
            return await db.InTransactionAsync(actor, token => DeferAsync(id, reason, actor, token), cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Outcome<DateOnly>.Conflict("这家客户刚被别人修改，请重新打开");
        }
    }

    private async Task<Outcome<DateOnly>> DeferAsync(long id, string reason, Actor actor, CancellationToken cancellationToken)
    {
        var customer = await db.CustomersHeldBy(actor).SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
        if (customer is null)
        {
            return Outcome<DateOnly>.NotFound();
        }

        if (customer.DeferredUntil is { } until)
        {
            return Outcome<DateOnly>.Invalid("", new Text("已经延期到 {0}，同一位跟进人只能延期一次", until));
        }

        var rules = await PoolRules.ReadAsync(db, clock, cancellationToken);
        var touched = clock.DateOf(customer.LastFollowUpAt > customer.HeldSince ? customer.LastFollowUpAt.Value : customer.HeldSince);
        if (rules.FallsOn(customer.Grade, touched, null) is not { } falls || falls > clock.Today.AddDays(rules.WarnDays))
        {
            return Outcome<DateOnly>.Invalid("", "这位客户近期不会落入公海，不需要延期");
        }

        var day = (falls > clock.Today ? falls : clock.Today).AddDays(rules.DeferDays);
        customer.Defer(day, reason);
        return day;
    }
}
