using SalesCrm.Application.Customers;
using SalesCrm.Application.Shared;
using SalesCrm.Testing;

namespace SalesCrm.Application.Tests.Customers;

/// <summary>A file that is complete, for tests to change one thing of.</summary>
internal static class CustomerInputs
{
    public static async Task<CreateCustomer.Input> CompleteAsync(TestDatabase database, string name = "澜图科技（杭州）有限公司") => new()
    {
        Name = name,
        IndustryId = await database.Read(db => Task.FromResult(db.Dictionary.First(word => word.Name == "IT服务").Id)),
        Need = "需要采购20套办公软件，预算5万",
        NeedStage = NeedStage.Confirmed,
        OwnerId = World.Rep.UserId,
        FirstContactOn = new[] { new DateOnly(2024, 3, 1), DateOnly.FromDateTime(database.Clock.GetUtcNow().UtcDateTime) }.Min(),
        ContactName = "张三",
        ContactTitle = "采购经理",
        ContactPhone = "13800005678",
        ContactEmail = "zhangsan@x.com",
        OperationId = Guid.NewGuid(),
    };

    public static async Task<long> CreateAsync(TestDatabase database, string name, Actor? owner = null)
    {
        owner ??= World.Rep;
        var input = await CompleteAsync(database, name);
        input.OwnerId = owner.UserId;
        input.ContactPhone = null;
        input.ContactEmail = $"{Guid.NewGuid():N}@example.com";
        var outcome = await database.With<CreateCustomer, Outcome<long>>(create => create.ExecuteAsync(input, owner, CancellationToken.None));
        Assert.True(outcome.IsDone, string.Join("; ", outcome.Problems.Select(problem => problem.Property + ": " + problem.Message)));
        return outcome.Value;
    }
}
