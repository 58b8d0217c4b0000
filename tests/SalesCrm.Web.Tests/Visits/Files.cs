using SalesCrm.Application.Customers;
using SalesCrm.Application.Customers.Contacts;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Visits;
using SalesCrm.Testing.Web;

namespace SalesCrm.Web.Tests.Visits;

/// <summary>Customers and follow-ups that are simply there.</summary>
internal static class Files
{
    private static int _numbers;

    public static Task<long> CustomerAsync(CrmApp app, string name, Actor owner) => app.Database.Read(async db =>
    {
        var customer = new Customer($"KHT{Interlocked.Increment(ref _numbers)}", app.Clock.Now.UtcDateTime, owner.UserId);
        customer.Rename(name, name);
        customer.AssignTo(owner.UserId);
        db.Add(customer);
        db.Add(new Contact { Customer = customer, Name = "沈工", IsPrimary = true, Mobile = "13800005678" });
        await db.SaveAsync(owner, CancellationToken.None);
        return customer.Id;
    });

    public static Task<long> VisitAsync(CrmApp app, long customerId, Actor actor, string feedback, string? handling = null, DateOnly? dueOn = null, DateTime? at = null)
        => app.Database.With<RecordVisit, long>(async record => (await record.ExecuteAsync(
            new RecordVisit.Input { CustomerId = customerId, Method = VisitMethod.Call, Feedback = feedback, Handling = handling, DueOn = dueOn, At = at, OperationId = Guid.NewGuid() },
            actor, CancellationToken.None)).Value);
}
