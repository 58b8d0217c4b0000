using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Tests.Customers;
using SalesCrm.Application.Visits;
using SalesCrm.Testing;

namespace SalesCrm.Application.Tests.Visits;

/// <summary>Short ways to log follow-ups in tests.</summary>
internal static class Log
{
    public static RecordVisit.Input Call(long customerId, DateTime? at = null, string feedback = "客户满意") => new()
    {
        CustomerId = customerId,
        Method = VisitMethod.Call,
        Feedback = feedback,
        At = at,
        OperationId = Guid.NewGuid(),
    };

    public static Task<Outcome<long>> RecordAsync(this TestDatabase database, RecordVisit.Input input, Actor? actor = null)
        => database.With<RecordVisit, Outcome<long>>(record => record.ExecuteAsync(input, actor ?? World.Rep, CancellationToken.None));

    public static async Task<long> RecordedAsync(this TestDatabase database, RecordVisit.Input input, Actor? actor = null)
    {
        var outcome = await database.RecordAsync(input, actor);
        Assert.True(outcome.IsDone, string.Join("; ", outcome.Problems.Select(problem => problem.Property + ": " + problem.Message)));
        return outcome.Value;
    }

    public static Task<Customer> CustomerAsync(this TestDatabase database, long id)
        => database.Read(db => db.Customers.AsNoTracking().SingleAsync(customer => customer.Id == id));

    public static Task<Visit> VisitAsync(this TestDatabase database, long id)
        => database.Read(db => db.Visits.AsNoTracking().SingleAsync(visit => visit.Id == id));

    public static Task<long> CustomerOfAsync(this TestDatabase database, string name, Actor? owner = null)
        => CustomerInputs.CreateAsync(database, name, owner);

    public static Task<long> OpportunityAsync(this TestDatabase database, long customerId, Actor owner, Action<Opportunity>? change = null)
        => database.Read(async db =>
        {
            var customer = await db.Customers.SingleAsync(c => c.Id == customerId);
            var opportunity = new Opportunity($"XS{Guid.NewGuid():N}"[..20], customer, owner.UserId, new DateOnly(2024, 3, 1), database.Clock.Now.UtcDateTime) { Name = "数据中台一期" };
            change?.Invoke(opportunity);
            db.Add(opportunity);
            await db.SaveAsync(owner, CancellationToken.None);
            return opportunity.Id;
        });
}
