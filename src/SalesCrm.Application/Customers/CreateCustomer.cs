using FluentValidation;
using SalesCrm.Application.Customers.Contacts;
using SalesCrm.Application.Customers.Duplicates;
using SalesCrm.Application.Database;
using SalesCrm.Application.Fields;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Texts;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Application.Customers;

/// <summary>Opens a customer's file with its first contact. A possible duplicate needs a reason.</summary>
public sealed class CreateCustomer(CrmDbContext db, CompanyClock clock, CustomerDuplicates duplicates)
{
    public sealed record Input : CustomerInput
    {
        public string? ContactName { get; set; }
        public string? ContactTitle { get; set; }
        public string? ContactPhone { get; set; }
        public string? ContactEmail { get; set; }

        /// <summary>Comes with the form; the same form sent twice makes one customer.</summary>
        public Guid OperationId { get; set; }
    }

    /// <summary>The new customer's id.</summary>
    public async Task<Outcome<long>> ExecuteAsync(Input input, Actor actor, CancellationToken cancellationToken)
    {
        var shape = new CreateCustomerValidator(clock.Today).Validate(input);
        if (!shape.IsValid)
        {
            return Outcome<long>.Invalid(shape);
        }

        var problems = await CustomerFile.ProblemsAsync(db, input, null, actor, cancellationToken);
        var fields = await FieldEntries.ReadAsync(db, FieldSubject.Customer, input.Fields, null, actor, cancellationToken);
        if (problems.Count + fields.Problems.Count > 0)
        {
            return Outcome<long>.Invalid([.. problems, .. fields.Problems]);
        }

        return await Submitted.OnceAsync(db, actor, input.OperationId, async token =>
        {
            var found = await duplicates.FindAsync(input.Name, [input.ContactPhone], [input.ContactEmail], null, actor, token);
            if (found.Any(row => row.Reasons.AreSure()) && CleanText.Line(input.DuplicateReason) is null)
            {
                return 0;
            }

            var customer = new Customer(await CustomerFile.NextNumberAsync(db, clock, token), clock.UtcNow, actor.UserId == 0 ? null : actor.UserId);
            CustomerFile.Fill(customer, input);
            await CustomerFile.ReferAsync(db, customer, input.ReferredBy, actor, token);
            customer.AssignTo(input.OwnerId);
            customer.ConfirmedAt = clock.UtcNow;
            var contact = new Contact { Customer = customer, Name = CleanText.Line(input.ContactName)!, IsPrimary = true };
            contact.Reach(CleanText.Line(input.ContactTitle), CleanText.Line(input.ContactPhone), CleanText.Line(input.ContactEmail));
            db.Add(customer);
            db.Add(contact);
            await db.SaveChangesAsync(token);
            await fields.WriteAsync(db, customer, customer.Id, token);
            return customer.Id;
        }, cancellationToken) is var id and not 0
            ? id
            : Outcome<long>.Invalid(nameof(input.DuplicateReason), "有疑似重复的客户，请打开已有客户，或写明仍要新建的原因");
    }
}

internal sealed class CreateCustomerValidator : AbstractValidator<CreateCustomer.Input>
{
    public CreateCustomerValidator(DateOnly today)
    {
        Include(new CustomerInputValidator(today));
        RuleFor(c => c.ContactName).Required().SingleLine(50);
        RuleFor(c => c.ContactTitle).SingleLine(50);
        RuleFor(c => c.ContactPhone).SingleLine(30).PhoneNumber();
        RuleFor(c => c.ContactEmail).EmailAddressPlain();
        When(c => string.IsNullOrWhiteSpace(c.ContactEmail), () =>
            RuleFor(c => c.ContactPhone).Holds(phone => string.IsNullOrWhiteSpace(phone) ? "请填写联系电话或邮箱" : default(Text?)));
    }
}
