using FluentValidation;
using SalesCrm.Application.Database;
using SalesCrm.Application.Settings;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Texts;

namespace SalesCrm.Application.Deals;

/// <summary>Changes how much reps and managers may give away without asking.</summary>
public sealed class SaveDiscountLimits(CrmDbContext db) : SaveSetting<SaveDiscountLimits.Input, DiscountLimits>(db)
{
    public sealed record Input : SettingInput
    {
        public int? Rep { get; set; }
        public int? Manager { get; set; }
    }

    private protected override StoredSetting<DiscountLimits> Stored => DiscountLimits.Stored;

    private protected override IValidator<Input> Validator => new SaveDiscountLimitsValidator();

    protected override Text OnlyAdmins => "只有管理员可以修改折扣权限";

    protected override Text Changed => "折扣权限刚被别人改过，请核对后再保存";

    protected override Input Fill(DiscountLimits limits) => new() { Rep = limits.Rep, Manager = limits.Manager };

    protected override DiscountLimits Read(Input input, DiscountLimits before) => new(input.Rep!.Value, input.Manager!.Value);
}

internal sealed class SaveDiscountLimitsValidator : AbstractValidator<SaveDiscountLimits.Input>
{
    public SaveDiscountLimitsValidator()
    {
        RuleFor(input => input.Rep).Required().Within(0, 100);
        RuleFor(input => input.Manager).Required().Within(0, 100);
        RuleFor(input => input).Custom((input, context) =>
        {
            if (input.Rep > input.Manager)
            {
                Text problem = "经理的权限不能低于销售";
                context.AddFailure(new FluentValidation.Results.ValidationFailure(nameof(input.Manager), problem.ToString()) { CustomState = problem });
            }
        });
    }
}
