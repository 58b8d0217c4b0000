using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Opportunities.Stages;
using SalesCrm.Application.Shared;
using SalesCrm.Testing;

namespace SalesCrm.Application.Tests.Opportunities;

public sealed class MoveOpportunityTests
{
    [Fact]
    public async Task A_refusal_lists_what_is_missing_and_what_is_there()
    {
        await using var database = await TestDatabase.CreateAsync();
        var customer = await database.HasCustomerAsync("九川医疗器械", World.Rep);
        var id = await database.HasOpportunityAsync(customer, World.Rep, input => input.Need = "检测设备联网");
        await database.WithoutSourceAsync(id);
        var outcome = await database.MoveAsync(id, StageCode.FirstContact, World.Rep);
        Assert.Equal(OutcomeKind.Invalid, outcome.Kind);
        Assert.Equal([(ExitRule.Score, false), (ExitRule.Source, false), (ExitRule.Need, true)], outcome.Value!.Rules.Select(rule => (rule.Rule, rule.Holds)));
        Assert.Equal("离开「机会识别」还缺 2 项", outcome.Problems.Single().Message.ToString());
        Assert.Equal(StageCode.Identified, (await database.OpportunityAsync(id)).Stage);
    }

    [Fact]
    public async Task A_move_keeps_from_to_when_who_and_the_time_spent()
    {
        await using var database = await TestDatabase.CreateAsync();
        var customer = await database.HasCustomerAsync("九川医疗器械", World.Rep);
        var id = await database.HasReadyOpportunityAsync(customer, World.Rep);
        database.Clock.GoTo(2024, 4, 4);
        Assert.True((await database.MoveAsync(id, StageCode.FirstContact, World.Rep)).IsDone);
        var opportunity = await database.OpportunityAsync(id);
        var move = Assert.Single(opportunity.StageChanges);
        Assert.Equal((StageCode.Identified, StageCode.FirstContact, World.Rep.UserId, 3 * 86400), (move.From, move.To, move.ById!.Value, move.SecondsSpent));
        Assert.Equal(new DateOnly(2024, 4, 18), opportunity.StageDueOn);
        Assert.Equal(StageCode.FirstContact, opportunity.Reached);
    }

    [Fact]
    public async Task A_contact_without_feedback_is_not_enough()
    {
        await using var database = await TestDatabase.CreateAsync();
        var customer = await database.HasCustomerAsync("九川医疗器械", World.Rep);
        var id = await database.HasOpportunityAsync(customer, World.Rep);
        await database.Read(async db =>
        {
            var row = await db.Opportunities.FindAsync(id);
            row!.MoveTo(StageCode.FirstContact, db.Now, World.Rep.UserId, null, null);
            await db.SaveAsync(World.Rep, CancellationToken.None);
            return 0;
        });
        await database.HasVisitAsync(customer, id, World.Rep, null);
        Assert.False((await database.MoveAsync(id, StageCode.NeedsAnalysis, World.Rep)).IsDone);
        await database.HasVisitAsync(customer, id, World.Rep, "有兴趣");
        Assert.True((await database.MoveAsync(id, StageCode.NeedsAnalysis, World.Rep)).IsDone);
    }

    [Theory]
    [InlineData(StageCode.Proposal)]
    [InlineData(StageCode.NeedsAnalysis)]
    public async Task Skipping_a_step_needs_a_reason(StageCode target)
    {
        await using var database = await TestDatabase.CreateAsync();
        var id = await database.HasReadyOpportunityAsync(await database.HasCustomerAsync("九川医疗器械", World.Rep), World.Rep);
        var refused = await database.MoveAsync(id, target, World.Rep);
        Assert.Equal("Reason", refused.Problems.Single().Property);
        Assert.True((await database.MoveAsync(id, target, World.Rep, "老客户，需求已清楚")).IsDone);
        Assert.Equal("老客户，需求已清楚", (await database.OpportunityAsync(id)).StageChanges.Single().Reason);
    }

    [Fact]
    public async Task Going_back_needs_a_reason_and_no_rules()
    {
        await using var database = await TestDatabase.CreateAsync();
        var id = await database.HasReadyOpportunityAsync(await database.HasCustomerAsync("九川医疗器械", World.Rep), World.Rep);
        Assert.True((await database.MoveAsync(id, StageCode.FirstContact, World.Rep)).IsDone);
        Assert.Equal("Reason", (await database.MoveAsync(id, StageCode.Identified, World.Rep)).Problems.Single().Property);
        Assert.True((await database.MoveAsync(id, StageCode.Identified, World.Rep, "需求变了")).IsDone);
        var opportunity = await database.OpportunityAsync(id);
        Assert.Equal((StageCode.Identified, StageCode.FirstContact), (opportunity.Stage, opportunity.Reached));
    }

    [Theory]
    [InlineData(StageCode.Won)]
    [InlineData(StageCode.AfterSales)]
    [InlineData(StageCode.Lost)]
    [InlineData(StageCode.Identified)]
    [InlineData((StageCode)99)]
    public async Task Refuses_steps_that_are_not_to_be_moved_to(StageCode target)
    {
        await using var database = await TestDatabase.CreateAsync();
        var id = await database.HasReadyOpportunityAsync(await database.HasCustomerAsync("九川医疗器械", World.Rep), World.Rep);
        Assert.Equal("Stage", (await database.MoveAsync(id, target, World.Rep, "试试")).Problems.Single().Property);
    }

    [Fact]
    public async Task The_opportunity_of_another_rep_does_not_exist()
    {
        await using var database = await TestDatabase.CreateAsync();
        var id = await database.HasReadyOpportunityAsync(await database.HasCustomerAsync("九川医疗器械", World.Rep3), World.Rep3);
        Assert.Equal(OutcomeKind.NotFound, (await database.MoveAsync(id, StageCode.FirstContact, World.Rep)).Kind);
        Assert.Equal(OutcomeKind.NotFound, (await database.MoveAsync(id, StageCode.FirstContact, World.Manager)).Kind);
    }

    [Fact]
    public async Task A_card_that_somebody_else_has_changed_stays()
    {
        await using var database = await TestDatabase.CreateAsync();
        var id = await database.HasReadyOpportunityAsync(await database.HasCustomerAsync("九川医疗器械", World.Rep), World.Rep);
        var seen = (await database.OpportunityAsync(id)).Version;
        Assert.True((await database.MoveAsync(id, StageCode.FirstContact, World.Manager, version: seen)).IsDone);
        Assert.Equal(OutcomeKind.Conflict, (await database.MoveAsync(id, StageCode.FirstContact, World.Rep, version: seen)).Kind);
    }

    [Fact]
    public async Task A_lost_one_comes_to_life_again_with_a_reason()
    {
        await using var database = await TestDatabase.CreateAsync();
        var customer = await database.HasCustomerAsync("九川医疗器械", World.Rep);
        var id = await database.HasReadyOpportunityAsync(customer, World.Rep);
        Assert.True((await database.LoseAsync(id, World.Rep)).IsDone);
        Assert.Equal(0, (await database.CustomerAsync(customer)).OpenOpportunityCount);
        Assert.Equal("Reason", (await database.MoveAsync(id, StageCode.Proposal, World.Rep)).Problems.Single().Property);
        Assert.True((await database.MoveAsync(id, StageCode.Proposal, World.Rep, "客户重新立项")).IsDone);
        var opportunity = await database.OpportunityAsync(id);
        Assert.Equal((OpportunityStatus.Open, null, null), (opportunity.Status, opportunity.ClosedOn, opportunity.LossReasonId));
        Assert.Equal(1, (await database.CustomerAsync(customer)).OpenOpportunityCount);
    }
}
