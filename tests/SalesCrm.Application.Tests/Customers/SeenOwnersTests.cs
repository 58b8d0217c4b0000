using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Filters;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Users;
using SalesCrm.Testing;

namespace SalesCrm.Application.Tests.Customers;

/// <summary>Whom the owner filters of lists offer.</summary>
public sealed class SeenOwnersTests : IAsyncLifetime
{
    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.CreateAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Hold_whoever_shares_customers_with_the_reader_or_his_people_and_those_who_have_left()
    {
        var shared = await _database.HasCustomerAsync("远山物流", World.Rep3);
        await _database.Read(async db =>
        {
            db.CustomerMembers.Add(new CustomerMember { CustomerId = shared, UserId = World.Rep.UserId, Access = MemberAccess.Involved });
            await db.SaveAsync(World.Admin, CancellationToken.None);
            return await db.Users.Where(user => user.Id == World.Rep2.UserId).ExecuteUpdateAsync(set => set.SetProperty(user => user.IsActive, false));
        });

        Assert.Equal([World.Rep.UserId, World.Rep3.UserId], (await ReadAsync(World.Rep)).Select(person => person.Id).Order());
        var seen = await ReadAsync(World.Manager);
        Assert.Contains(World.Rep3.UserId, seen.Select(person => person.Id));
        Assert.Equal((World.Rep2.UserId, true), (seen[^1].Id, seen[^1].HasLeft));
        Assert.Equal([World.Rep3.UserId], (await ReadAsync(World.Rep3)).Select(person => person.Id));
        Assert.DoesNotContain(World.Rep3.UserId, (await _database.With<SeenOwners, IReadOnlyList<People.Person>>(owners => owners.LedAsync(World.Manager, CancellationToken.None))).Select(person => person.Id));

        var owner = (await _database.With<ConditionWords, IReadOnlyList<FilterField>>(words => words.FieldsAsync(Application.Fields.FieldSubject.Customer, World.Rep, CancellationToken.None))).Single(field => field.Code == "owner");
        var choices = await _database.With<ConditionWords, IReadOnlyList<FilterChoice>>(words => words.ChoicesAsync(owner, World.Rep, CancellationToken.None));
        Assert.Contains(World.Rep3.Name, choices.Select(choice => choice.Label.ToString()));
    }

    private Task<IReadOnlyList<People.Person>> ReadAsync(Actor actor) => _database.With<SeenOwners, IReadOnlyList<People.Person>>(owners => owners.ReadAsync(actor, CancellationToken.None));
}
