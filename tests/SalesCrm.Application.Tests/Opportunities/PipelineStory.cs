using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Visits;
using SalesCrm.Testing;

namespace SalesCrm.Application.Tests.Opportunities;

/// <summary>Short ways to tell what the tests of the pipeline begin with.</summary>
internal static class PipelineStory
{
    /// <summary>An opportunity that meets every exit rule, with a contact in its log.</summary>
    public static async Task<long> HasReadyOpportunityAsync(this TestDatabase database, long customerId, Actor actor, string amount = "268000")
    {
        var id = await database.HasOpportunityAsync(customerId, actor, input =>
        {
            (input.Need, input.Amount, input.PaymentTerms) = ("12 台检测设备联网", amount, "3-6-1");
            (input.BudgetScore, input.UrgencyScore, input.AuthorityScore) = (10, 8, 7);
            input.DeliveryOn = new DateOnly(2024, 6, 20);
        });
        await database.HasVisitAsync(customerId, id, actor, "客户认可方案");
        return id;
    }

    public static Task<long> HasVisitAsync(this TestDatabase database, long customerId, long opportunityId, Actor visitor, string? feedback) => database.Read(async db =>
    {
        var visit = new Visit { CustomerId = customerId, OpportunityId = opportunityId, At = db.Now, On = DateOnly.FromDateTime(db.Now), Method = VisitMethod.Call, VisitorId = visitor.UserId, Feedback = feedback, CreatedAt = db.Now };
        db.Visits.Add(visit);
        await db.SaveAsync(visitor, CancellationToken.None);
        return visit.Id;
    });

    public static Task<Outcome<Application.Opportunities.Stages.StageGate>> MoveAsync(this TestDatabase database, long id, StageCode stage, Actor actor, string? reason = null, Guid? version = null)
        => database.With<MoveOpportunity, Outcome<Application.Opportunities.Stages.StageGate>>(u => u.ExecuteAsync(id, new() { Stage = stage, Reason = reason, Version = version }, actor, CancellationToken.None));

    public static Task<Customer> CustomerAsync(this TestDatabase database, long id) => database.Read(db => db.Customers.SingleAsync(row => row.Id == id));

    public static async Task<long> ReadyAtContractAsync(this TestDatabase database, long customerId, Actor actor, string amount = "268000")
    {
        var id = await database.HasReadyOpportunityAsync(customerId, actor, amount);
        foreach (var stage in new[] { StageCode.FirstContact, StageCode.NeedsAnalysis, StageCode.Proposal, StageCode.Contract })
        {
            Assert.True((await database.MoveAsync(id, stage, actor)).IsDone);
        }

        return id;
    }
}
