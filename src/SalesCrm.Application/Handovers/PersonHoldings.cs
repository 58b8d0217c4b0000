using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Database;
using SalesCrm.Application.Leads;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Users.Accounts;
using SalesCrm.Application.Users.Teams;
using SalesCrm.Application.Visits;

namespace SalesCrm.Application.Handovers;

/// <summary>What would be left without anybody if a person went: his customers, open opportunities, open tasks and open leads.</summary>
public sealed class PersonHoldings(CrmDbContext db) : IHoldings
{
    public sealed record Count(int Customers, int Opportunities, int Tasks, int Leads)
    {
        public int All => Customers + Opportunities + Tasks + Leads;
    }

    internal async Task<Count> CountAsync(long userId, CancellationToken cancellationToken) => new(
        await CustomersOf(db, userId).CountAsync(cancellationToken), await OpportunitiesOf(db, userId).CountAsync(cancellationToken),
        await TasksOf(db, userId).CountAsync(cancellationToken), await LeadsOf(db, userId).CountAsync(cancellationToken));

    /// <summary>The same for a form; null where the person is not the actor's to hand over.</summary>
    public async Task<Count?> CountOfAsync(long userId, Actor actor, CancellationToken cancellationToken)
        => await db.UsersOf(actor).AnyAsync(user => user.Id == userId, cancellationToken) ? await CountAsync(userId, cancellationToken) : null;

    public async Task<Text?> FindAsync(long userId, CancellationToken cancellationToken)
        => await CountAsync(userId, cancellationToken) is { All: > 0 } left
            ? new Text("他名下还有 {0} 家客户、{1} 个进行中的商机、{2} 项任务、{3} 条线索，请先交接再停用", left.Customers, left.Opportunities, left.Tasks, left.Leads)
            : default(Text?);

    internal static IQueryable<Customer> CustomersOf(CrmDbContext db, long userId) => db.Customers.Where(row => row.OwnerId == userId && row.ArchivedAt == null);

    internal static IQueryable<Opportunity> OpportunitiesOf(CrmDbContext db, long userId)
        => db.Opportunities.Where(row => row.OwnerId == userId && row.Status == OpportunityStatus.Open && row.ArchivedAt == null);

    internal static IQueryable<FollowUpTask> TasksOf(CrmDbContext db, long userId) => db.FollowUpTasks.Where(row => row.AssigneeId == userId && row.DoneAt == null);

    internal static IQueryable<Lead> LeadsOf(CrmDbContext db, long userId)
        => db.Leads.Where(row => row.OwnerId == userId && (row.Status == LeadStatus.New || row.Status == LeadStatus.Working || row.Status == LeadStatus.Qualified));
}
