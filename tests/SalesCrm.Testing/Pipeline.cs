using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Dictionaries;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Visits;

namespace SalesCrm.Testing;

/// <summary>Customers and opportunities to look at and to move.</summary>
public static class Pipeline
{
    private static int _customers;

    public static Task<long> HasCustomerAsync(this TestDatabase database, string name, Actor owner) => database.Read(async db =>
    {
        var customer = new Customer($"KH-W{Interlocked.Increment(ref _customers):0000}", db.Now, owner.UserId);
        customer.Rename(name, name);
        customer.AssignTo(owner.UserId);
        db.Customers.Add(customer);
        await db.SaveAsync(Actor.System, CancellationToken.None);
        return customer.Id;
    });

    /// <summary>A call of today.</summary>
    public static async Task LogAsync(this TestDatabase database, long customerId, Actor actor)
    {
        var outcome = await database.With<RecordVisit, Outcome<long>>(record => record.ExecuteAsync(
            new RecordVisit.Input { CustomerId = customerId, Method = VisitMethod.Call, Feedback = "客户关注交付周期" }, actor, CancellationToken.None));
        if (!outcome.IsDone)
        {
            throw new InvalidOperationException(string.Join(";", outcome.Problems));
        }
    }

    /// <param name="database">The database of the test.</param>
    /// <param name="customerId">On whom.</param>
    /// <param name="actor">Who opens it.</param>
    /// <param name="change">What the test needs otherwise.</param>
    public static async Task<long> HasOpportunityAsync(this TestDatabase database, long customerId, Actor actor, Action<CreateOpportunity.Input>? change = null)
    {
        var input = new CreateOpportunity.Input { CustomerId = customerId, SourceId = await database.SourceAsync(), Name = "视觉检测试点" };
        change?.Invoke(input);
        var outcome = await database.With<CreateOpportunity, Outcome<long>>(u => u.ExecuteAsync(input, actor, CancellationToken.None));
        return outcome.IsDone ? outcome.Value : throw new InvalidOperationException(string.Join(";", outcome.Problems));
    }

    /// <summary>One that has an amount and a need already.</summary>
    public static Task<long> HasPricedOpportunityAsync(this TestDatabase database, long customerId, Actor actor, string name = "检测设备联网二期")
        => database.HasOpportunityAsync(customerId, actor, input => (input.Name, input.Amount, input.Need) = (name, "268000", "联网"));

    public static Task<long> SourceAsync(this TestDatabase database, string name = "展会")
        => database.Read(db => db.Dictionary.Where(word => word.Kind == DictionaryKind.Source && word.Name == name).Select(word => word.Id).SingleAsync());

    internal static Task<Opportunity> OpportunityAsync(this TestDatabase database, long id) => database.Read(db => db.Opportunities.Include(row => row.StageChanges).SingleAsync(row => row.Id == id));

    /// <summary>As an import leaves it that brings no source.</summary>
    public static Task WithoutSourceAsync(this TestDatabase database, long id) => database.Read(async db =>
    {
        (await db.Opportunities.SingleAsync(row => row.Id == id)).SourceId = null;
        await db.SaveAsync(Actor.System, CancellationToken.None);
        return 0;
    });

    /// <summary>Puts it into a step without asking the rules.</summary>
    public static Task PutIntoAsync(this TestDatabase database, long id, StageCode stage) => database.Read(async db =>
    {
        (await db.Opportunities.SingleAsync(row => row.Id == id)).MoveTo(stage, db.Now, 0, null, null);
        await db.SaveAsync(Actor.System, CancellationToken.None);
        return 0;
    });
}
