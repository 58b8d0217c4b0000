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
        public static Count None { get; } = new(0, 0, 0, 0);

        public int All => Customers + Opportunities + Tasks + Leads;

        public static Count operator +(Count one, Count other)
            => new(one.Customers + other.Customers, one.Opportunities + other.Opportunities, one.Tasks + other.Tasks, one.Leads + other.Leads);

        public static Count operator -(Count one, Count other)
            => new(one.Customers - other.Customers, one.Opportunities - other.Opportunities, one.Tasks - other.Tasks, one.Leads - other.Leads);
    }

    internal async Task<Count> CountAsync(long userId, CancellationToken cancellationToken) => (await CountAsync([userId], cancellationToken))[userId];

    /// <summary>Of each of these people, by one command a kind.</summary>
    internal async Task<IReadOnlyDictionary<long, Count>> CountAsync(IReadOnlyCollection<long> userIds, CancellationToken cancellationToken)
    {
        var customers = await TallyAsync(Customers(db).Where(row => userIds.Contains(row.OwnerId!.Value)).Select(row => row.OwnerId!.Value), cancellationToken);
        var opportunities = await TallyAsync(Opportunities(db).Where(row => userIds.Contains(row.OwnerId!.Value)).Select(row => row.OwnerId!.Value), cancellationToken);
        var tasks = await TallyAsync(Tasks(db).Where(row => userIds.Contains(row.AssigneeId!.Value)).Select(row => row.AssigneeId!.Value), cancellationToken);
        var leads = await TallyAsync(Leads(db).Where(row => userIds.Contains(row.OwnerId!.Value)).Select(row => row.OwnerId!.Value), cancellationToken);
        return userIds.ToDictionary(id => id, id => new Count(customers.GetValueOrDefault(id), opportunities.GetValueOrDefault(id), tasks.GetValueOrDefault(id), leads.GetValueOrDefault(id)));
    }

    /// <summary>The same for a form; null where the person is not the actor's to hand over.</summary>
    public async Task<Count?> CountOfAsync(long userId, Actor actor, CancellationToken cancellationToken)
        => await db.UsersOf(actor).AnyAsync(user => user.Id == userId, cancellationToken) ? await CountAsync(userId, cancellationToken) : null;

    public async Task<Text?> FindAsync(long userId, CancellationToken cancellationToken)
        => await CountAsync(userId, cancellationToken) is { All: > 0 } left
            ? new Text("他名下还有 {0} 家客户、{1} 个进行中的商机、{2} 项任务、{3} 条线索，请先交接再停用", left.Customers, left.Opportunities, left.Tasks, left.Leads)
            : default(Text?);

    internal static IQueryable<Customer> CustomersOf(CrmDbContext db, long userId) => Customers(db).Where(row => row.OwnerId == userId);

    internal static IQueryable<Opportunity> OpportunitiesOf(CrmDbContext db, long userId) => Opportunities(db).Where(row => row.OwnerId == userId);

    internal static IQueryable<FollowUpTask> TasksOf(CrmDbContext db, long userId) => Tasks(db).Where(row => row.AssigneeId == userId);

    internal static IQueryable<Lead> LeadsOf(CrmDbContext db, long userId) => Leads(db).Where(row => row.OwnerId == userId);

    /// <summary>How often each of these ids is there.</summary>
    internal static Task<Dictionary<long, int>> TallyAsync(IQueryable<long> ids, CancellationToken cancellationToken)
        => ids.GroupBy(id => id).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(row => row.Key, row => row.Count, cancellationToken);

    private static IQueryable<Customer> Customers(CrmDbContext db) => db.Customers.Where(row => row.ArchivedAt == null);

    private static IQueryable<Opportunity> Opportunities(CrmDbContext db) => db.Opportunities.Where(row => row.Status == OpportunityStatus.Open && row.ArchivedAt == null);

    private static IQueryable<FollowUpTask> Tasks(CrmDbContext db) => db.FollowUpTasks.Where(row => row.DoneAt == null);

    private static IQueryable<Lead> Leads(CrmDbContext db) => db.Leads.Where(row => row.Status == LeadStatus.New || row.Status == LeadStatus.Working || row.Status == LeadStatus.Qualified);
}
