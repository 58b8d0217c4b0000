using FluentValidation;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Texts;

namespace SalesCrm.Application.Leads;

/// <summary>A lead as a person types it.</summary>
public record LeadInput
{
    public string? Company { get; set; }
    public string? Person { get; set; }
    public string? Title { get; set; }
    public string? Phone { get; set; }
    public string? Email { get; set; }
    public long? SourceId { get; set; }
    public string? Need { get; set; }
    public string? Campaign { get; set; }
    public string? Province { get; set; }
    public string? City { get; set; }
    public DateOnly? NextFollowUpOn { get; set; }
    public string? NextFollowUpText { get; set; }
    public int? BudgetScore { get; set; }
    public int? UrgencyScore { get; set; }
    public int? AuthorityScore { get; set; }

    /// <summary>What was typed into the fields that the admin added, by their ids.</summary>
    public Dictionary<long, string?> Fields { get; set; } = [];
}

internal sealed class LeadInputValidator : AbstractValidator<LeadInput>
{
    public LeadInputValidator(LeadScoring scoring)
    {
        RuleFor(lead => lead.Company).Required().SingleLine(100);
        RuleFor(lead => lead.Person).SingleLine(50);
        RuleFor(lead => lead.Title).SingleLine(50);
        RuleFor(lead => lead.Phone).SingleLine(30).PhoneNumber();
        RuleFor(lead => lead.Email).EmailAddressPlain();
        RuleFor(lead => lead.SourceId).Holds(id => id is null ? "请选择来源" : default(Text?));
        RuleFor(lead => lead.Need).MultiLine(2000);
        RuleFor(lead => lead.Campaign).SingleLine(100);
        RuleFor(lead => lead.Province).SingleLine(50);
        RuleFor(lead => lead.City).SingleLine(50);
        RuleFor(lead => lead.NextFollowUpOn).BusinessDate();
        RuleFor(lead => lead.NextFollowUpText).SingleLine(200);
        RuleFor(lead => lead.NextFollowUpOn).Custom((on, context) =>
        {
            if (on is null && CleanText.Line(context.InstanceToValidate.NextFollowUpText) is not null)
            {
                Text problem = "写了下一步，请再选一个日期";
                context.AddFailure(new FluentValidation.Results.ValidationFailure(nameof(LeadInput.NextFollowUpOn), problem.ToString()) { CustomState = problem });
            }
        });
        RuleFor(lead => lead.BudgetScore).Holds(score => Points(score, scoring.Budget));
        RuleFor(lead => lead.UrgencyScore).Holds(score => Points(score, scoring.Urgency));
        RuleFor(lead => lead.AuthorityScore).Holds(score => Points(score, scoring.Authority));
    }

    private static Text? Points(int? score, ScorePart part)
        => score < 0 || score > part.Maximum ? new Text("评分应在 0 至 {0} 之间", part.Maximum) : default(Text?);
}
