using FluentValidation;
using SalesCrm.Application.Database;
using SalesCrm.Application.Settings;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Texts;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Application.Customers.Pool;

/// <summary>Changes the rules of the public pool. Stricter ones let nobody fall before everybody could be warned.</summary>
public sealed class SavePoolRules(CrmDbContext db, CompanyClock clock) : SaveSetting<SavePoolRules.Input, PoolRules>(db)
{
    public sealed record Input : SettingInput
    {
        /// <summary>Days for each grade; empty for never.</summary>
        public int? DaysA { get; set; }
        public int? DaysB { get; set; }
        public int? DaysC { get; set; }
        public int? DaysD { get; set; }
        public int? WarnDays { get; set; }
        public int? MostHeld { get; set; }
        public int? ClaimsPerDay { get; set; }
        public int? DeferDays { get; set; }
        public int? ReclaimAfterDays { get; set; }
        public int? LostAfterDays { get; set; }
        public int? StaleAfterDays { get; set; }

        internal PoolRules ToRules() => new(
            DaysA, DaysB, DaysC, DaysD, WarnDays!.Value, MostHeld!.Value, ClaimsPerDay!.Value, DeferDays!.Value, ReclaimAfterDays!.Value, LostAfterDays!.Value, StaleAfterDays!.Value);
    }

    private protected override StoredSetting<PoolRules> Stored => PoolRules.Stored;

    private protected override IValidator<Input> Validator => new SavePoolRulesValidator();

    protected override Text OnlyAdmins => "只有管理员可以修改公海规则";

    protected override Text Changed => "公海规则刚被别人改过，请核对后再保存";

    /// <summary>What these rules would do.</summary>
    public async Task<Outcome<PoolImpact.Sheet>> TryAsync(Input input, PoolImpact impact, Actor actor, CancellationToken cancellationToken)
        => Refusal(input, actor) is { } refusal ? Outcome<PoolImpact.Sheet>.From(refusal) : await impact.ReadAsync(input.ToRules(), actor, cancellationToken);

    /// <summary>The first day on which somebody may fall by changed rules.</summary>
    internal static DateOnly FirstDay(PoolRules changed, PoolRules before, DateOnly today)
    {
        var first = before.NotBefore ?? today;
        return changed.IsStricterThan(before) && first < today.AddDays(changed.WarnDays) ? today.AddDays(changed.WarnDays) : first;
    }

    protected override Input Fill(PoolRules rules) => new()
    {
        DaysA = rules.DaysA,
        DaysB = rules.DaysB,
        DaysC = rules.DaysC,
        DaysD = rules.DaysD,
        WarnDays = rules.WarnDays,
        MostHeld = rules.MostHeld,
        ClaimsPerDay = rules.ClaimsPerDay,
        DeferDays = rules.DeferDays,
        ReclaimAfterDays = rules.ReclaimAfterDays,
        LostAfterDays = rules.LostAfterDays,
        StaleAfterDays = rules.StaleAfterDays,
    };

    protected override PoolRules Read(Input input, PoolRules before)
    {
        var rules = input.ToRules();
        return rules with { NotBefore = FirstDay(rules, before.AsOf(clock.Today), clock.Today) };
    }
}

internal sealed class SavePoolRulesValidator : AbstractValidator<SavePoolRules.Input>
{
    public SavePoolRulesValidator()
    {
        RuleFor(input => input.DaysA).Within(1, 3650);
        RuleFor(input => input.DaysB).Within(1, 3650);
        RuleFor(input => input.DaysC).Within(1, 3650);
        RuleFor(input => input.DaysD).Within(1, 3650);
        RuleFor(input => input.WarnDays).Required().Within(1, 60);
        RuleFor(input => input.MostHeld).Required().Within(1, 100_000);
        RuleFor(input => input.ClaimsPerDay).Required().Within(0, 10_000);
        RuleFor(input => input.DeferDays).Required().Within(1, 365);
        RuleFor(input => input.ReclaimAfterDays).Required().Within(0, 365);
        RuleFor(input => input.LostAfterDays).Required().Within(1, 3650);
        RuleFor(input => input.StaleAfterDays).Required().Within(1, 3650);
    }
}
