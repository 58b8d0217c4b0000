using SalesCrm.Application.Dictionaries;
using SalesCrm.Application.Leads;
using SalesCrm.Application.Leads.FollowUps;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Visits;
using SalesCrm.Testing;

namespace SalesCrm.Application.Tests.Leads;

/// <summary>Leads for tests to change one thing of.</summary>
internal static class LeadInputs
{
    public static async Task<CreateLead.Input> CompleteAsync(TestDatabase database, int? budget = 10, int? urgency = 8, int? authority = 7, string company = "启明智能装备有限公司") => new()
    {
        Company = company,
        Person = "顾总",
        Title = "总经理",
        Phone = "13905712266",
        SourceId = await SourceAsync(database, "展会"),
        Need = "产线数据采集",
        BudgetScore = budget,
        UrgencyScore = urgency,
        AuthorityScore = authority,
        OperationId = Guid.NewGuid(),
    };

    public static Task<long> SourceAsync(TestDatabase database, string name) => database.Read(db => Task.FromResult(db.Dictionary.First(word => word.Name == name).Id));

    public static Task<Outcome<long>> CreateAsync(TestDatabase database, CreateLead.Input input, Actor actor)
        => database.With<CreateLead, Outcome<long>>(create => create.ExecuteAsync(input, actor, CancellationToken.None));

    public static async Task<long> CreateAsync(TestDatabase database, Actor owner, int? budget = 10, int? urgency = 8, int? authority = 7, string company = "启明智能装备有限公司")
    {
        var outcome = await CreateAsync(database, await CompleteAsync(database, budget, urgency, authority, company), owner);
        Assert.True(outcome.IsDone, string.Join("; ", outcome.Problems.Select(problem => $"{problem.Property}: {problem.Message}")));
        return outcome.Value;
    }

    public static Task<Lead> FindAsync(TestDatabase database, long id) => database.Read(async db => (await db.Leads.FindAsync(id))!);

    public static Task<LeadDetails.Card?> CardAsync(TestDatabase database, long id, Actor actor)
        => database.With<LeadDetails, LeadDetails.Card?>(details => details.FindAsync(id, actor, CancellationToken.None));

    public static Task<long> ReasonAsync(TestDatabase database, string name)
        => database.Read(db => Task.FromResult(db.Dictionary.First(word => word.Kind == DictionaryKind.DisqualifyReason && word.Name == name).Id));

    public static async Task LogAsync(TestDatabase database, long id, Actor actor, string feedback, DateOnly? nextOn = null, string? next = null)
        => Assert.True((await database.With<LogLeadFollowUp, Outcome>(log => log.ExecuteAsync(
            id, new() { Method = VisitMethod.Call, Feedback = feedback, NextOn = nextOn, NextText = next, OperationId = Guid.NewGuid() }, actor, CancellationToken.None))).IsDone);
}
