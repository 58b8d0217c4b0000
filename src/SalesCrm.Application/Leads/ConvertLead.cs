using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Customers.Duplicates;
using SalesCrm.Application.Database;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Texts;
using SalesCrm.Application.Shared.Time;
using SalesCrm.Application.Users;

namespace SalesCrm.Application.Leads;

/// <summary>
/// Makes a customer, a contact and an opportunity of a lead that passes, or opens the opportunity on a customer who is there already.
/// A lead converts once: whoever asks again, or at the same moment, gets what the first one made.
/// </summary>
public sealed class ConvertLead(CrmDbContext db, CompanyClock clock, CustomerDuplicates duplicates)
{
    public sealed record Made(long CustomerId, long OpportunityId);

    public async Task<Outcome<Made>> ExecuteAsync(long id, LeadConversionInput input, Actor actor, CancellationToken cancellationToken)
    {
        try
        {
            return await db.InTransactionAsync(actor, token => ConvertAsync(id, input, actor, token), cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            var made = await db.LeadsOf(actor).AsNoTracking().Where(lead => lead.Id == id && lead.Status == LeadStatus.Converted)
                .Select(lead => new Made(lead.CustomerId!.Value, lead.OpportunityId!.Value)).SingleOrDefaultAsync(cancellationToken);
            return made is null ? Outcome<Made>.Conflict(LeadFile.Changed) : made;
        }
    }

    /// <summary>Whether a lead that is nobody's becomes his by converting it.</summary>
    internal static bool MayTake(Actor actor) => actor.Role is Role.Rep or Role.Manager;

    private async Task<Outcome<Made>> ConvertAsync(long id, LeadConversionInput input, Actor actor, CancellationToken cancellationToken)
    {
        var lead = await db.LeadsOf(actor).SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
        if (lead is null)
        {
            return Outcome<Made>.NotFound();
        }

        if (lead is { Status: LeadStatus.Converted, CustomerId: { } customerId, OpportunityId: { } opportunityId })
        {
            return new Made(customerId, opportunityId);
        }

        if (await RefusalAsync(lead, input, actor, cancellationToken) is { } refusal)
        {
            return Outcome<Made>.From(refusal);
        }

        var owner = lead.OwnerId ?? actor.UserId;
        var found = input.CustomerId is null ? await NewCustomerAsync(lead, input, owner, actor, cancellationToken) : await KnownCustomerAsync(input, actor, cancellationToken);
        if (found.Value is not { } customer)
        {
            return Outcome<Made>.From(found);
        }

        var opportunity = await CreateOpportunity.OpenAsync(db, clock, customer, owner, input.ToOpportunity(lead), cancellationToken);
        opportunity.CameFromLead = true;
        lead.Convert(customer, opportunity, CleanText.Line(input.OverrideReason));
        await db.SaveChangesAsync(cancellationToken);
        return new Made(customer.Id, opportunity.Id);
    }

    private async Task<Outcome?> RefusalAsync(Lead lead, LeadConversionInput input, Actor actor, CancellationToken cancellationToken)
    {
        if (lead.Status == LeadStatus.Converted)
        {
            return Outcome.Invalid("", "线索已经转化，不能再次转化");
        }

        if (lead.Status == LeadStatus.Disqualified)
        {
            return Outcome.Invalid("", "线索已淘汰，不能转化");
        }

        var score = LeadScore.Of(await LeadScoring.ReadAsync(db, cancellationToken), lead.BudgetScore, lead.UrgencyScore, lead.AuthorityScore);
        if (!score.IsQualified && actor.Role is not (Role.Manager or Role.Admin))
        {
            return Outcome.Forbidden(new Text("还不能转化：{0}", score.Problem));
        }

        if (!score.IsQualified && CleanText.Line(input.OverrideReason) is null)
        {
            return Outcome.Invalid(nameof(input.OverrideReason), new Text("{0}，请写明仍要转化的理由", score.Problem));
        }

        if (lead.OwnerId is null && !MayTake(actor))
        {
            return Outcome.Invalid("", "请先分配负责人，再转化");
        }

        var shape = new LeadConversionValidator().Validate(input);
        return shape.IsValid ? null : Outcome.Invalid(shape);
    }

    private async Task<Outcome<Customer>> KnownCustomerAsync(LeadConversionInput input, Actor actor, CancellationToken cancellationToken)
    {
        var customer = await db.CustomersWorkedBy(actor).SingleOrDefaultAsync(row => row.Id == input.CustomerId && row.ArchivedAt == null, cancellationToken);
        if (customer is null)
        {
            return Outcome<Customer>.Invalid(nameof(input.CustomerId), "请选择一位您跟进的客户");
        }

        if (CleanText.Line(input.Person) is not { } name)
        {
            return customer;
        }

        var (phone, email) = (PhoneKey.Of(input.Phone)?.Number, EmailKey.Of(input.Email));
        if (!await db.Contacts.AnyAsync(contact => contact.CustomerId == customer.Id && contact.ArchivedAt == null
            && (contact.Name == name || (phone != null && (contact.PhoneKey == phone || contact.MobileKey == phone)) || (email != null && contact.EmailKey == email)), cancellationToken))
        {
            db.Contacts.Add(input.ToContact(customer, isPrimary: false));
        }

        return customer;
    }

    private async Task<Outcome<Customer>> NewCustomerAsync(Lead lead, LeadConversionInput input, long owner, Actor actor, CancellationToken cancellationToken)
    {
        var same = await duplicates.FindAsync(input.Company, [input.Phone], [input.Email], null, actor, cancellationToken);
        if (same.Any(row => row.Reasons.AreSure()) && CleanText.Line(input.DuplicateReason) is null)
        {
            return Outcome<Customer>.Invalid(nameof(input.DuplicateReason), "有疑似重复的客户，请选择已有客户，或写明仍要新建的原因");
        }

        var customer = new Customer(await CustomerFile.NextNumberAsync(db, clock, cancellationToken), clock.UtcNow, actor.UserId is 0 ? null : actor.UserId);
        CustomerFile.Fill(customer, input.ToCustomer(lead));
        customer.AssignTo(owner);
        customer.ConfirmedAt = clock.UtcNow;
        db.Customers.Add(customer);
        db.Contacts.Add(input.ToContact(customer, isPrimary: true));
        await db.SaveChangesAsync(cancellationToken);
        return customer;
    }
}
