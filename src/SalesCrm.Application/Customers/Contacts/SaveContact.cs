using FluentValidation;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Fields;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Texts;

namespace SalesCrm.Application.Customers.Contacts;

/// <summary>Adds a contact to a customer or changes one. One contact is the primary one; making another primary takes it from the first.</summary>
public sealed class SaveContact(CrmDbContext db)
{
    public sealed record Input
    {
        public string? Name { get; set; }
        public string? Title { get; set; }
        public string? Phone { get; set; }
        public string? Mobile { get; set; }
        public string? Email { get; set; }
        public string? WeChat { get; set; }
        public ContactRole? Role { get; set; }
        public string? Attitude { get; set; }
        public DateOnly? Birthday { get; set; }
        public string? Preferences { get; set; }
        public bool IsPrimary { get; set; }

        /// <summary>What was typed into the fields that the admin added, by their ids.</summary>
        public Dictionary<long, string?> Fields { get; set; } = [];

        /// <summary>The version that the form was filled from; empty for a new contact.</summary>
        public Guid Version { get; set; }

        /// <summary>Comes with the form of a new contact; sent twice it makes one.</summary>
        public Guid OperationId { get; set; }
    }

    /// <summary>The form of an existing contact; null outside what the actor may edit.</summary>
    public async Task<Input?> FindAsync(long customerId, long contactId, Actor actor, CancellationToken cancellationToken)
    {
        var input = await db.CustomersEditedBy(actor).AsNoTracking().Where(c => c.Id == customerId)
            .SelectMany(c => c.Contacts).Where(c => c.Id == contactId && c.ArchivedAt == null)
            .Select(c => new Input
            {
                Name = c.Name,
                Title = c.Title,
                Phone = c.Phone,
                Mobile = c.Mobile,
                Email = c.Email,
                WeChat = c.WeChat,
                Role = c.Role,
                Attitude = c.Attitude,
                Birthday = c.Birthday,
                Preferences = c.Preferences,
                IsPrimary = c.IsPrimary,
                Version = c.Version,
            }).SingleOrDefaultAsync(cancellationToken);
        return input is null ? null : input with { Fields = (await db.FactsAsync(FieldSubject.Contact, contactId, actor, cancellationToken)).ToForm() };
    }

    /// <param name="customerId">The customer.</param>
    /// <param name="contactId">Null adds.</param>
    /// <param name="input">The form.</param>
    /// <param name="actor">Whoever may edit the file.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The contact's id.</returns>
    public async Task<Outcome<long>> ExecuteAsync(long customerId, long? contactId, Input input, Actor actor, CancellationToken cancellationToken)
    {
        var customer = await db.CustomersEditedBy(actor).Include(c => c.Contacts.Where(contact => contact.ArchivedAt == null)).SingleOrDefaultAsync(c => c.Id == customerId, cancellationToken);
        var before = contactId is null ? null : customer?.Contacts.SingleOrDefault(contact => contact.Id == contactId);
        if (customer is null || (contactId is not null && before is null))
        {
            return Outcome<long>.NotFound();
        }

        var shape = new SaveContactValidator(before).Validate(input);
        if (!shape.IsValid)
        {
            return Outcome<long>.Invalid(shape);
        }

        var fields = await FieldEntries.ReadAsync(db, FieldSubject.Contact, input.Fields, contactId, actor, cancellationToken);
        if (fields.Problems.Count > 0)
        {
            return Outcome<long>.Invalid(fields.Problems);
        }

        if (before is not null && before.Version != input.Version)
        {
            return Outcome<long>.Conflict(EditCustomer.ConflictMessage);
        }

        try
        {
            return await Submitted.OnceAsync(db, actor, before is null ? input.OperationId : Guid.Empty, async token =>
            {
                var contacts = await db.Contacts.Where(other => other.CustomerId == customerId && other.ArchivedAt == null).ToListAsync(token);
                var contact = contacts.SingleOrDefault(other => other.Id == contactId) ?? db.Contacts.Add(new Contact { CustomerId = customerId, Name = "" }).Entity;
                Fill(contact, input);
                contact.IsPrimary = input.IsPrimary || contacts.All(other => other == contact || !other.IsPrimary);
                foreach (var other in contacts.Where(other => contact.IsPrimary && other != contact && other.IsPrimary))
                {
                    other.IsPrimary = false;
                }

                if (contactId is null)
                {
                    await db.SaveChangesAsync(token);
                }

                await fields.WriteAsync(db, contact, customerId, token);
                await db.SaveChangesAsync(token);
                return contact.Id;
            }, cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Outcome<long>.Conflict(EditCustomer.ConflictMessage);
        }
    }

    private static void Fill(Contact contact, Input input)
    {
        contact.Name = CleanText.Line(input.Name)!;
        contact.Title = CleanText.Line(input.Title);
        contact.Phone = CleanText.Line(input.Phone);
        contact.Mobile = CleanText.Line(input.Mobile);
        contact.Email = CleanText.Line(input.Email);
        contact.WeChat = CleanText.Line(input.WeChat);
        contact.Role = input.Role;
        contact.Attitude = CleanText.Line(input.Attitude);
        contact.Birthday = input.Birthday;
        contact.Preferences = CleanText.Lines(input.Preferences);
        contact.DeriveKeys();
    }
}

internal sealed class SaveContactValidator : AbstractValidator<SaveContact.Input>
{
    /// <summary>What an import took over as it stood, such as xxxx5678, may stay as long as nobody touches it.</summary>
    public SaveContactValidator(Contact? before)
    {
        RuleFor(c => c.Name).Required().SingleLine(50);
        RuleFor(c => c.Title).SingleLine(50);
        RuleFor(c => c.Phone).SingleLine(30);
        RuleFor(c => c.Mobile).SingleLine(30);
        RuleFor(c => c.WeChat).SingleLine(30);
        RuleFor(c => c.Attitude).SingleLine(100);
        RuleFor(c => c.Preferences).MultiLine(500);
        RuleFor(c => c.Birthday).BusinessDate();
        RuleFor(c => c.Role).Holds(role => role is { } known && !Enum.IsDefined(known) ? "请从列表中选择" : default(Text?));
        When(c => c.Phone != before?.Phone, () => RuleFor(c => c.Phone).PhoneNumber());
        When(c => c.Mobile != before?.Mobile, () => RuleFor(c => c.Mobile).PhoneNumber());
        When(c => c.Email != before?.Email, () => RuleFor(c => c.Email).EmailAddressPlain());
    }
}
