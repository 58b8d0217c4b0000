using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;

namespace SalesCrm.Application.Customers.Members;

/// <summary>Lets a colleague, from whichever team, read or work on a customer's file; or takes it back.</summary>
public sealed class ShareCustomer(CrmDbContext db)
{
    /// <param name="id">The customer.</param>
    /// <param name="userId">The colleague.</param>
    /// <param name="access">Null takes the share back.</param>
    /// <param name="actor">Whoever may edit the file.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<Outcome> ExecuteAsync(long id, long userId, MemberAccess? access, Actor actor, CancellationToken cancellationToken)
    {
        var customer = await db.CustomersEditedBy(actor).Include(c => c.Members.Where(m => m.UserId == userId)).SingleOrDefaultAsync(c => c.Id == id, cancellationToken);
        if (customer is null)
        {
            return Outcome.NotFound();
        }

        var member = customer.Members.SingleOrDefault();
        if (access is null)
        {
            if (member is not null)
            {
                db.CustomerMembers.Remove(member);
            }
        }
        else if (!Enum.IsDefined(access.Value) || !await db.Users.AnyAsync(user => user.Id == userId && user.IsActive, cancellationToken))
        {
            return Outcome.Invalid("UserId", "请选择在职的同事");
        }
        else if (userId == customer.OwnerId)
        {
            return Outcome.Invalid("UserId", "他已经是跟进人");
        }
        else if (await db.Users.AnyAsync(user => user.Id == userId && user.IsChannel, cancellationToken))
        {
            return Outcome.Invalid("UserId", "渠道销售只看自己的客户，不能协作");
        }
        else if (member is null)
        {
            db.CustomerMembers.Add(new CustomerMember { CustomerId = id, UserId = userId, Access = access.Value });
        }
        else
        {
            member.Access = access.Value;
        }

        await db.SaveAsync(actor, cancellationToken);
        return Outcome.Done();
    }
}
