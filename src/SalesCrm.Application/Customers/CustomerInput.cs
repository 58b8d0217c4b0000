using FluentValidation;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Texts;
using SalesCrm.Application.Shared.Values;

namespace SalesCrm.Application.Customers;

/// <summary>The file as a person types it. Money is text, so that 5万 and ¥1,234 are understood and wrong text is kept.</summary>
public record CustomerInput
{
    public string? Name { get; set; }
    public string? ShortName { get; set; }
    public long? IndustryId { get; set; }
    public long? SourceId { get; set; }
    public long? CompanySizeId { get; set; }
    public string? Province { get; set; }
    public string? City { get; set; }
    public string? Address { get; set; }
    public string? Website { get; set; }
    public long? OwnerId { get; set; }
    public string? Need { get; set; }
    public NeedStage? NeedStage { get; set; }
    public string? Budget { get; set; }
    public int? NeedQuantity { get; set; }
    /// <summary>0–10.</summary>
    public int? Urgency { get; set; }

    public string? ProductPreference { get; set; }
    public string? DecisionProcess { get; set; }
    public DateOnly? FirstContactOn { get; set; }
    public DateOnly? NextFollowUpOn { get; set; }
    public string? NextFollowUpText { get; set; }
    /// <summary>The customer who referred this one: number, or number and name as the form proposes them, or the exact name.</summary>
    public string? ReferredBy { get; set; }

    public string? Remark { get; set; }

    /// <summary>What was typed into the fields that the admin added, by their ids.</summary>
    public Dictionary<long, string?> Fields { get; set; } = [];

    /// <summary>Why a second file for the same company is wanted.</summary>
    public string? DuplicateReason { get; set; }
}

internal sealed class CustomerInputValidator : AbstractValidator<CustomerInput>
{
    public CustomerInputValidator(DateOnly today)
    {
        RuleFor(c => c.Name).Required().SingleLine(200);
        RuleFor(c => c.ShortName).SingleLine(100);
        RuleFor(c => c.IndustryId).Holds(id => id is null ? "请选择所属行业" : default(Text?));
        RuleFor(c => c.Province).SingleLine(50);
        RuleFor(c => c.City).SingleLine(50);
        RuleFor(c => c.Address).SingleLine(200);
        RuleFor(c => c.Website).SingleLine(200).WebLink();
        RuleFor(c => c.Need).Required().MultiLine(2000);
        RuleFor(c => c.NeedStage).Holds(stage => stage is null || !Enum.IsDefined(stage.Value) ? "请选择需求阶段" : default(Text?));
        RuleFor(c => c.Budget).Holds(typed => MoneyText.Read(typed).Problem);
        RuleFor(c => c.NeedQuantity).Holds(count => count is < 0 or > 100_000_000 ? "数量应在 0 至 100,000,000 之间" : default(Text?));
        RuleFor(c => c.Urgency).Holds(urgency => urgency is < 0 or > 10 ? "紧急度应在 0 至 10 之间" : default(Text?));
        RuleFor(c => c.ReferredBy).SingleLine(250);
        RuleFor(c => c.ProductPreference).MultiLine(500);
        RuleFor(c => c.DecisionProcess).MultiLine(500);
        RuleFor(c => c.FirstContactOn).Holds(on => on is null ? "请填写首次接触时间" : on > today ? "首次接触时间不能晚于今天" : default(Text?)).BusinessDate();
        RuleFor(c => c.NextFollowUpOn).BusinessDate();
        RuleFor(c => c.NextFollowUpText).SingleLine(250);
        RuleFor(c => c.Remark).MultiLine(20_000);
        RuleFor(c => c.DuplicateReason).SingleLine(250);
        RuleFor(c => c.OwnerId).Holds(id => id is null ? "请选择跟进人" : default(Text?));
    }
}
