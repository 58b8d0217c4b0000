using FluentValidation;
using SalesCrm.Application.Database;
using SalesCrm.Application.Settings;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Texts;

namespace SalesCrm.Application.Upgrades;

/// <summary>From which potential on a C customer is proposed, and how many days apart the steps are planned.</summary>
public sealed record UpgradeRules
{
    internal static StoredSetting<UpgradeRules> Stored { get; } = new("upgrades", new());

    public int LeastPotential { get; init; } = 70;
    public int StepDays { get; init; } = 14;

    internal static Task<UpgradeRules> ReadAsync(CrmDbContext db, CancellationToken cancellationToken) => Stored.ReadAsync(db, cancellationToken);
}

/// <summary>Changes them.</summary>
public sealed class SaveUpgradeRules(CrmDbContext db) : SaveSetting<SaveUpgradeRules.Input, UpgradeRules>(db)
{
    public sealed record Input : SettingInput
    {
        public int? LeastPotential { get; set; }
        public int? StepDays { get; set; }
    }

    private protected override StoredSetting<UpgradeRules> Stored => UpgradeRules.Stored;

    private protected override IValidator<Input> Validator => new SaveUpgradeRulesValidator();

    protected override Text OnlyAdmins => "只有管理员可以修改升级规则";

    protected override Text Changed => "升级规则刚被别人改过，请核对后再保存";

    protected override Input Fill(UpgradeRules rules) => new() { LeastPotential = rules.LeastPotential, StepDays = rules.StepDays };

    protected override UpgradeRules Read(Input input, UpgradeRules before) => new() { LeastPotential = input.LeastPotential!.Value, StepDays = input.StepDays!.Value };
}

internal sealed class SaveUpgradeRulesValidator : AbstractValidator<SaveUpgradeRules.Input>
{
    public SaveUpgradeRulesValidator()
    {
        RuleFor(input => input.LeastPotential).Required().Within(0, 100);
        RuleFor(input => input.StepDays).Required().Within(1, 180);
    }
}
