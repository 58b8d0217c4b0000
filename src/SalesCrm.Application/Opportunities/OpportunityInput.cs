using FluentValidation;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Texts;
using SalesCrm.Application.Shared.Values;

namespace SalesCrm.Application.Opportunities;

/// <summary>An opportunity as a person types it. Money is text, so that 5万 is understood and wrong text is kept.</summary>
public record OpportunityInput
{
    public string? Name { get; set; }
    public long? SourceId { get; set; }
    public long? ProductId { get; set; }
    public string? Amount { get; set; }
    public DateOnly? ExpectedCloseOn { get; set; }
    public DateOnly? IdentifiedOn { get; set; }
    public string? Need { get; set; }
    public int? BudgetScore { get; set; }
    public int? UrgencyScore { get; set; }
    public int? AuthorityScore { get; set; }
    public string? PaymentTerms { get; set; }
    public DateOnly? DeliveryOn { get; set; }
    public string? Summary { get; set; }
    public string? Competition { get; set; }
    public RiskLevel? Risk { get; set; }
    public string? RiskNote { get; set; }
    public string? RiskMitigation { get; set; }

    /// <summary>What was typed into the fields that the admin added, by their ids.</summary>
    public Dictionary<long, string?> Fields { get; set; } = [];
}

internal sealed class OpportunityInputValidator : AbstractValidator<OpportunityInput>
{
    private const int MostPoints = 10;

    public OpportunityInputValidator(DateOnly today)
    {
        RuleFor(o => o.Name).Required().SingleLine(100);
        RuleFor(o => o.Amount).Holds(typed => MoneyText.Read(typed).Problem);
        RuleFor(o => o.ExpectedCloseOn).BusinessDate();
        RuleFor(o => o.IdentifiedOn).Holds(on => on > today ? "识别日期不能晚于今天" : default(Text?)).BusinessDate();
        RuleFor(o => o.Need).MultiLine(2000);
        RuleFor(o => o.BudgetScore).Holds(Points);
        RuleFor(o => o.UrgencyScore).Holds(Points);
        RuleFor(o => o.AuthorityScore).Holds(Points);
        RuleFor(o => o.PaymentTerms).SingleLine(250);
        RuleFor(o => o.DeliveryOn).BusinessDate();
        RuleFor(o => o.Summary).MultiLine(2000);
        RuleFor(o => o.Competition).MultiLine(500);
        RuleFor(o => o.Risk).Holds(risk => risk is { } level && !Enum.IsDefined(level) ? "请选择风险等级" : default(Text?));
        RuleFor(o => o.RiskNote).SingleLine(250);
        RuleFor(o => o.RiskMitigation).MultiLine(500);
    }

    private static Text? Points(int? points) => points is < 0 or > MostPoints ? new Text("评分应在 0 至 {0} 之间", MostPoints) : default(Text?);
}
