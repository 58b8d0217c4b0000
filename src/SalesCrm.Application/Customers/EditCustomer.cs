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

    /// <summary>Why a file that was merged into another is not changed.</summary>
    public static Text MergedMessage { get; } = "这份档案已合并到另一份，请在那一份上修改";

    public static Text ConflictMessage { get; } = "您编辑期间，其他人修改了这位客户。您的内容还在，请逐项选择保留哪一个";

    /// <param name="id">The customer.</param>
    /// <param name="input">The whole file.</param>
    /// <param name="actor">Who saves it.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <param name="only">The property of the one field that was changed, where a single one is edited: what is missing elsewhere does not keep it from being saved.</param>
    public async Task<Outcome> ExecuteAsync(long id, Input input, Actor actor, CancellationToken cancellationToken, string? only = null)
    {
        var customer = await db.CustomersEditedOrMergedBy(actor).SingleOrDefaultAsync(c => c.Id == id, cancellationToken);
        if (customer is null)
        {
            return Outcome.NotFound();
        }

        if (customer.MergedIntoId is not null)
        {
            return Outcome.Invalid("", MergedMessage);
        }

        var shape = new CustomerInputValidator(clock.Today).Validate(input);
        var problems = Outcome.Invalid(shape).Problems.Where(problem => only is null || problem.Property == only).ToList();
        if (problems.Count == 0)
        {
            problems.AddRange((await CustomerFile.ProblemsAsync(db, input, customer, actor, cancellationToken)).Where(problem => only is null || problem.Property == only));
        }

        var fields = await FieldEntries.ReadAsync(db, FieldSubject.Customer, only is null ? input.Fields : input.Fields.Where(field => FieldDefinition.PropertyOf(field.Key) == only).ToDictionary(), id, actor, cancellationToken);
        if (problems.Count + fields.Problems.Count > 0)
        {
            return Outcome.Invalid([.. problems, .. fields.Problems]);
        }

        if (customer.Version != input.Version)
        {
            return Outcome.Conflict(ConflictMessage);
        }

        CustomerFile.Fill(customer, input);
        await CustomerFile.ReferAsync(db, customer, input.ReferredBy, actor, cancellationToken);
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
