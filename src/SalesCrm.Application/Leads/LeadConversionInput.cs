using FluentValidation;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Customers.Contacts;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Texts;
using SalesCrm.Application.Shared.Values;

namespace SalesCrm.Application.Leads;

/// <summary>What a conversion makes of a lead; filled from the lead, so that one click is enough where nothing has to be added.</summary>
public sealed record LeadConversionInput
{
    /// <summary>An existing customer instead of a new one.</summary>
    public long? CustomerId { get; set; }
    public string? Company { get; set; }
    public long? IndustryId { get; set; }
    public string? Person { get; set; }
    public string? Title { get; set; }
    public string? Phone { get; set; }
    public string? Email { get; set; }
    public string? Need { get; set; }
    public string? OpportunityName { get; set; }

    /// <summary>Yuan.</summary>
    public string? Amount { get; set; }
    public DateOnly? ExpectedCloseOn { get; set; }

    /// <summary>Why a manager lets it pass although it misses a threshold.</summary>
    public string? OverrideReason { get; set; }

    /// <summary>Why a second file for the same company is wanted.</summary>
    public string? DuplicateReason { get; set; }

    internal CustomerInput ToCustomer(Lead lead) => new()
    {
        Name = Company,
        IndustryId = IndustryId,
        SourceId = lead.SourceId,
        Province = lead.Province,
        City = lead.City,
        Need = Need,
        NeedStage = NeedStage.Confirmed,
        Urgency = lead.UrgencyScore is { } urgency ? Math.Min(10, (int)urgency) : null,
        FirstContactOn = lead.CreatedOn,
        NextFollowUpOn = lead.NextFollowUpOn,
        NextFollowUpText = lead.NextFollowUpText,
        DuplicateReason = DuplicateReason,
    };

    internal Contact ToContact(Customer customer, bool isPrimary)
    {
        var contact = new Contact { Customer = customer, Name = CleanText.Line(Person)!, IsPrimary = isPrimary };
        contact.Reach(CleanText.Line(Title), CleanText.Line(Phone), CleanText.Line(Email));
        return contact;
    }

    internal OpportunityInput ToOpportunity(Lead lead) => new()
    {
        Name = OpportunityName,
        SourceId = lead.SourceId,
        Amount = Amount,
        ExpectedCloseOn = ExpectedCloseOn,
        Need = Need,
        BudgetScore = lead.BudgetScore,
        UrgencyScore = lead.UrgencyScore,
        AuthorityScore = lead.AuthorityScore,
    };
}

internal sealed class LeadConversionValidator : AbstractValidator<LeadConversionInput>
{
    public LeadConversionValidator()
    {
        RuleFor(input => input.OpportunityName).Required().SingleLine(100);
        RuleFor(input => input.Amount).Holds(typed => MoneyText.Read(typed).Problem);
        RuleFor(input => input.ExpectedCloseOn).BusinessDate();
        RuleFor(input => input.Need).MultiLine(2000);
        RuleFor(input => input.Person).SingleLine(50);
        RuleFor(input => input.Title).SingleLine(50);
        RuleFor(input => input.Phone).SingleLine(30).PhoneNumber();
        RuleFor(input => input.Email).EmailAddressPlain();
        RuleFor(input => input.OverrideReason).SingleLine(250);
        RuleFor(input => input.DuplicateReason).SingleLine(250);
        When(input => input.CustomerId is null, () =>
        {
            RuleFor(input => input.Company).Required().SingleLine(100);
            RuleFor(input => input.Person).Required();
        });
        When(input => input.CustomerId is null && string.IsNullOrWhiteSpace(input.Phone) && string.IsNullOrWhiteSpace(input.Email), () =>
            RuleFor(input => input.Phone).Holds(_ => (Text?)"请填写联系电话或邮箱"));
    }
}
