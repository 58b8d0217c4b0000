using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Texts;
using SalesCrm.Application.Users.Teams;

namespace SalesCrm.Application.Customers.Confidential;

/// <summary>Closes a customer's file to all but its owner, his managers and its members (机密), or opens it again; both with a reason.</summary>
public sealed class MarkConfidential(CrmDbContext db)
{
    private const int LongestReason = 200;

    public sealed record Input
    {
        public bool IsConfidential { get; set; }
        public string? Reason { get; set; }
    }

    /// <param name="Name">The customer's.</param>
    /// <param name="IsConfidential">As it stands.</param>
    public sealed record Form(string Name, bool IsConfidential, DateTime? Since, string? Reason);

    /// <summary>Null where the actor may not decide.</summary>
    public Task<Form?> FindAsync(long id, Actor actor, CancellationToken cancellationToken)
        => Decided(actor).Where(customer => customer.Id == id)
            .Select(customer => new Form(customer.Name, customer.ConfidentialAt != null, customer.ConfidentialAt, customer.ConfidentialReason)).SingleOrDefaultAsync(cancellationToken);

    public async Task<Outcome> ExecuteAsync(long id, Input input, Actor actor, CancellationToken cancellationToken)
    {
        var customer = await Decided(actor).SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
        if (customer is null)
        {
            return Outcome.NotFound();
        }

        var reason = CleanText.ReadLine(input.Reason, LongestReason);
        if (reason.IsRefused || reason.Value is null)
        {
            return Outcome.Invalid(nameof(Input.Reason), reason.Problem ?? "请写明原因，原因会被记录");
        }

        if (input.IsConfidential && customer.OwnerId is null)
        {
            return Outcome.Invalid("", "没有跟进人的客户不能设为机密，请先指定跟进人");
        }

        if (input.IsConfidential)
        {
            customer.Close(reason.Value, db.Now);
        }
        else
        {
            customer.Disclose(reason.Value);
        }

        await db.SaveAsync(actor, cancellationToken);
        return Outcome.Done();
    }

    /// <summary>The owner, his managers and the admin decide; members do not, and an admin to whom the file is closed does not either.</summary>
    private IQueryable<Customer> Decided(Actor actor)
    {
        var reach = db.ReachOf(actor);
        return actor.SeesEverything
            ? db.CustomersEditedBy(actor.ForOne)
            : db.CustomersEditedBy(actor.ForOne).Where(customer => reach.Contains(customer.OwnerId ?? 0));
    }
}
