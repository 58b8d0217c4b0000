using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Database;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Users;

namespace SalesCrm.Application.Visits;

/// <summary>Plans the after-sales follow-up of a won opportunity: with a person of the service team who works on the customer, else with the customer's owner.</summary>
public sealed class PlanAfterSales : IWinFollower
{
    /// <summary>Days after the delivery, or after the close where no delivery is known.</summary>
    public const int Days = 3;

    public async Task FollowAsync(CrmDbContext db, long opportunityId, DateOnly closedOn, DateOnly? deliveryOn, CancellationToken cancellationToken)
    {
        var won = await db.Opportunities.Where(row => row.Id == opportunityId).Select(row => new
        {
            row.CustomerId,
            Support = db.CustomerMembers
                .Where(member => member.CustomerId == row.CustomerId && member.Access == MemberAccess.Edit && member.User!.Role == Role.Service && member.User.IsActive)
                .OrderBy(member => member.Id).Select(member => (long?)member.UserId).FirstOrDefault(),
            Owner = row.Customer!.OwnerId ?? row.OwnerId,
        }).SingleAsync(cancellationToken);
        db.FollowUpTasks.Add(new FollowUpTask
        {
            Kind = FollowUpTaskKind.AfterSales,
            CustomerId = won.CustomerId,
            OpportunityId = opportunityId,
            AssigneeId = won.Support ?? won.Owner,
            DueOn = (deliveryOn ?? closedOn).AddDays(Days),
        });
    }
}
