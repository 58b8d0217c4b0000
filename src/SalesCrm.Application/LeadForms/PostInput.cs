using FluentValidation;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Texts;

namespace SalesCrm.Application.LeadForms;

/// <summary>What a stranger types into a public form.</summary>
public sealed record PostInput
{
    public string? Company { get; set; }
    public string? Person { get; set; }
    public string? Phone { get; set; }
    public string? Email { get; set; }
    public string? Province { get; set; }
    public string? City { get; set; }
    public string? Need { get; set; }
    public bool Agreed { get; set; }
}

internal sealed class PostInputValidator : AbstractValidator<PostInput>
{
    public PostInputValidator()
    {
        RuleFor(post => post.Company).Required().SingleLine(100);
        RuleFor(post => post.Person).Required().SingleLine(50);
        RuleFor(post => post.Phone).SingleLine(30).PhoneNumber();
        RuleFor(post => post.Email).EmailAddressPlain();
        RuleFor(post => post.Province).SingleLine(50);
        RuleFor(post => post.City).SingleLine(50);
        RuleFor(post => post.Need).MultiLine(1000);
        RuleFor(post => post.Agreed).Holds(agreed => agreed ? default(Text?) : "请先同意，我们才能联系您");
        When(post => string.IsNullOrWhiteSpace(post.Phone) && string.IsNullOrWhiteSpace(post.Email), () =>
            RuleFor(post => post.Phone).Holds(_ => (Text?)"请填写联系电话或邮箱"));
    }
}
