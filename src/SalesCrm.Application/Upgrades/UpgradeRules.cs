using FluentValidation;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Settings;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Texts;
using SalesCrm.Application.Users;

namespace SalesCrm.Application.Upgrades;

/// <summary>From which potential on a C customer is proposed, and how many days apart the steps are planned.</summary>
public sealed record UpgradeRules
{
    internal const string SettingName = "upgrades";

    public int LeastPotential { get; init; } = 70;
    public int StepDays { get; init; } = 14;

    internal static Task<UpgradeRules> ReadAsync(CrmDbContext db, CancellationToken cancellationToken) => StoredSetting.ReadAsync<UpgradeRules>(db, SettingName, cancellationToken);
}

/// <summary>Changes them.</summary>
public sealed class SaveUpgradeRules(CrmDbContext db)
{
    public sealed record Input
    {
        public int? LeastPotential { get; set; }
        public int? StepDays { get; set; }

        /// <summary>Of the rules that the form was filled from; empty for those that every database begins with.</summary>
        public Guid Version { get; set; }
    }

    private static readonly Text Changed = "升级规则刚被别人改过，请核对后再保存";

    /// <summary>As the form shows them.</summary>
    public async Task<Input> FormAsync(CancellationToken cancellationToken)
    {
        var (rules, version) = await StoredSetting.FormAsync<UpgradeRules>(db, UpgradeRules.SettingName, cancellationToken);
        return new() { LeastPotential = rules.LeastPotential, StepDays = rules.StepDays, Version = version };
    }

    public async Task<Outcome> ExecuteAsync(Input input, Actor actor, CancellationToken cancellationToken)
    {
        if (actor.Role != Role.Admin)
        {
            return Outcome.Forbidden("只有管理员可以修改升级规则");
        }

        var shape = new SaveUpgradeRulesValidator().Validate(input);
        if (!shape.IsValid)
        {
            return Outcome.Invalid(shape);
        }

        try
        {
            var rules = new UpgradeRules { LeastPotential = input.LeastPotential!.Value, StepDays = input.StepDays!.Value };
            return await db.InTransactionAsync(
                actor, async token => await StoredSetting.PutAsync(db, UpgradeRules.SettingName, rules, input.Version, token) ? Outcome.Done() : Outcome.Conflict(Changed), cancellationToken);
        }
        catch (DbUpdateException refused) when (refused is DbUpdateConcurrencyException || db.Engine.IsUniqueViolation(refused))
        {
            return Outcome.Conflict(Changed);
        }
    }
}

internal sealed class SaveUpgradeRulesValidator : AbstractValidator<SaveUpgradeRules.Input>
{
    public SaveUpgradeRulesValidator()
    {
        RuleFor(input => input.LeastPotential).Holds(points => Within(points, 0, 100));
        RuleFor(input => input.StepDays).Holds(days => Within(days, 1, 180));
    }

    private static Text? Within(int? value, int least, int most)
        => value is null ? "必须填写" : value < least || value > most ? new Text("应在 {0} 至 {1} 之间", least, most) : default(Text?);
}
