using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Fields;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Tests.Customers;
using SalesCrm.Testing;

namespace SalesCrm.Application.Tests.Fields;

/// <summary>Adds fields and customers that have something in them.</summary>
internal static class OwnFieldBook
{
    public static SaveField.Input Of(string name, FieldType type, params string[] choices) => new()
    {
        Name = name,
        Type = type,
        IsListed = true,
        Rep = true,
        Manager = true,
        Service = true,
        Legal = true,
        Choices = [.. choices.Select(choice => new SaveField.ChoiceInput { Name = choice })],
    };

    public static async Task<long> AddFieldAsync(this TestDatabase database, SaveField.Input input, FieldSubject subject = FieldSubject.Customer)
    {
        var outcome = await database.SaveFieldAsync(null, input, subject);
        Assert.True(outcome.IsDone, string.Join("; ", outcome.Problems.Select(problem => problem.Property + ": " + problem.Message)));
        return await database.Read(db => db.CustomFields.Where(field => field.Subject == subject && field.Name == input.Name).Select(field => field.Id).SingleAsync());
    }

    public static Task<Outcome> SaveFieldAsync(this TestDatabase database, long? id, SaveField.Input input, FieldSubject subject = FieldSubject.Customer)
        => database.With<SaveField, Outcome>(save => save.ExecuteAsync(subject, id, input, World.Admin, CancellationToken.None));

    public static async Task<SaveField.Input> FieldFormAsync(this TestDatabase database, long id)
        => (await database.With<FieldList, FieldList.FieldRow?>(list => list.FindAsync(id, World.Admin, CancellationToken.None)))!.Input;

    public static async Task<long> AddCustomerAsync(this TestDatabase database, string name, Dictionary<long, string?> fields, Actor? owner = null)
    {
        var outcome = await database.TryCustomerAsync(name, fields, owner);
        Assert.True(outcome.IsDone, string.Join("; ", outcome.Problems.Select(problem => problem.Property + ": " + problem.Message)));
        return outcome.Value;
    }

    public static async Task<Outcome<long>> TryCustomerAsync(this TestDatabase database, string name, Dictionary<long, string?> fields, Actor? owner = null)
    {
        var input = await CustomerInputs.CompleteAsync(database, name);
        (input.OwnerId, input.ContactPhone, input.ContactEmail, input.Fields) = ((owner ?? World.Rep).UserId, null, $"{Guid.NewGuid():N}@example.com", fields);
        return await database.With<CreateCustomer, Outcome<long>>(create => create.ExecuteAsync(input, owner ?? World.Rep, CancellationToken.None));
    }
}
