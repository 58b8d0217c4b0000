using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Fields;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Application.Customers;

/// <summary>Changes a customer's file. A save over somebody else's change is refused; the page shows both and asks.</summary>
public sealed class EditCustomer(CrmDbContext db, CompanyClock clock)
{
    public sealed record Input : CustomerInput
    {
        /// <summary>The version that the form was filled from.</summary>
        public Guid Version { get; set; }
    }

    public static Text ConflictMessage { get; } = "您编辑期间，其他人修改了这位客户。您的内容还在，请逐项选择保留哪一个";

    public async Task<Outcome> ExecuteAsync(long id, Input input, Actor actor, CancellationToken cancellationToken)
    {
        var customer = await db.CustomersEditedBy(actor).SingleOrDefaultAsync(c => c.Id == id, cancellationToken);
        if (customer is null)
        {
            return Outcome.NotFound();
        }

        var shape = new CustomerInputValidator().Validate(input);
        if (!shape.IsValid)
        {
            return Outcome.Invalid(shape);
        }

        var problems = await CustomerFile.ProblemsAsync(db, input, customer, actor, cancellationToken);
        var fields = await FieldEntries.ReadAsync(db, FieldSubject.Customer, input.Fields, id, actor, cancellationToken);
        if (problems.Count + fields.Problems.Count > 0)
        {
            return Outcome.Invalid([.. problems, .. fields.Problems]);
        }

        if (customer.Version != input.Version)
        {
            return Outcome.Conflict(ConflictMessage);
        }

        CustomerFile.Fill(customer, input);
        customer.AssignTo(input.OwnerId);
        customer.ConfirmedAt = clock.UtcNow;
        await fields.WriteAsync(db, customer, id, cancellationToken);
        try
        {
            await db.SaveAsync(actor, cancellationToken);
            return Outcome.Done();
        }
        catch (DbUpdateConcurrencyException)
        {
            return Outcome.Conflict(ConflictMessage);
        }
    }
}
