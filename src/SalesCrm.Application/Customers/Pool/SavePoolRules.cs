using FluentValidation;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Settings;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Texts;
using SalesCrm.Application.Shared.Time;
using SalesCrm.Application.Users;

namespace SalesCrm.Application.Customers.Pool;

/// <summary>Changes the rules of the public pool. Stricter ones let nobody fall before everybody could be warned.</summary>
public sealed class SavePoolRules(CrmDbContext db, CompanyClock clock)
{
    public sealed record Input
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

        /// <summary>Of the rules that the form was filled from; empty for those that every database begins with.</summary>
        public Guid Version { get; set; }

        internal PoolRules ToRules() => new(
            DaysA, DaysB, DaysC, DaysD, WarnDays!.Value, MostHeld!.Value, ClaimsPerDay!.Value, DeferDays!.Value, ReclaimAfterDays!.Value, LostAfterDays!.Value, StaleAfterDays!.Value);
    }

    private static readonly Text Changed = "公海规则刚被别人改过，请核对后再保存";

    /// <summary>What these rules would do.</summary>
    public async Task<Outcome<PoolImpact.Sheet>> TryAsync(Input input, PoolImpact impact, Actor actor, CancellationToken cancellationToken)
        => Refusal(input, actor) is { } refusal ? Outcome<PoolImpact.Sheet>.From(refusal) : await impact.ReadAsync(input.ToRules(), actor, cancellationToken);

    public async Task<Outcome> ExecuteAsync(Input input, Actor actor, CancellationToken cancellationToken)
    {
        if (Refusal(input, actor) is { } refusal)
        {
            return refusal;
        }

        try
        {
            return await db.InTransactionAsync(actor, token => SaveAsync(input, token), cancellationToken);
        }
        catch (DbUpdateException refused) when (refused is DbUpdateConcurrencyException || db.Engine.IsUniqueViolation(refused))
        {
            return Outcome.Conflict(Changed);
        }
    }

    /// <summary>The first day on which somebody may fall by changed rules.</summary>
    internal static DateOnly FirstDay(PoolRules changed, PoolRules before, DateOnly today)
    {
        var first = before.NotBefore ?? today;
        return changed.IsStricterThan(before) && first < today.AddDays(changed.WarnDays) ? today.AddDays(changed.WarnDays) : first;
    }

    private static Outcome? Refusal(Input input, Actor actor)
    {
        if (actor.Role != Role.Admin)
        {
            return Outcome.Forbidden("只有管理员可以修改公海规则");
        }

        var shape = new SavePoolRulesValidator().Validate(input);
        return shape.IsValid ? null : Outcome.Invalid(shape);
    }

    private async Task<Outcome> SaveAsync(Input input, CancellationToken cancellationToken)
    {
        var setting = await db.Settings.SingleOrDefaultAsync(row => row.Name == PoolRules.SettingName, cancellationToken);
        if ((setting?.Version ?? Guid.Empty) != input.Version)
        {
            return Outcome.Conflict(Changed);
        }

        var rules = input.ToRules();
        rules = rules with { NotBefore = FirstDay(rules, PoolRules.Of(setting?.Value, clock.Today), clock.Today) };
        if (setting is null)
        {
            db.Settings.Add(new Setting { Name = PoolRules.SettingName, Value = rules.ToJson() });
        }
        else
        {
            setting.Value = rules.ToJson();
        }

        return Outcome.Done();
    }
}

internal sealed class SavePoolRulesValidator : AbstractValidator<SavePoolRules.Input>
{
    public SavePoolRulesValidator()
    {
        RuleFor(input => input.DaysA).Holds(days => days is null ? default(Text?) : Within(days, 1, 3650));
        RuleFor(input => input.DaysB).Holds(days => days is null ? default(Text?) : Within(days, 1, 3650));
        RuleFor(input => input.DaysC).Holds(days => days is null ? default(Text?) : Within(days, 1, 3650));
        RuleFor(input => input.DaysD).Holds(days => days is null ? default(Text?) : Within(days, 1, 3650));
        RuleFor(input => input.WarnDays).Holds(days => Within(days, 1, 60));
        RuleFor(input => input.MostHeld).Holds(most => Within(most, 1, 100_000));
        RuleFor(input => input.ClaimsPerDay).Holds(most => Within(most, 0, 10_000));
        RuleFor(input => input.DeferDays).Holds(days => Within(days, 1, 365));
        RuleFor(input => input.ReclaimAfterDays).Holds(days => Within(days, 0, 365));
        RuleFor(input => input.LostAfterDays).Holds(days => Within(days, 1, 3650));
        RuleFor(input => input.StaleAfterDays).Holds(days => Within(days, 1, 3650));
    }

    private static Text? Within(int? value, int least, int most)
        => value is null ? "必须填写" : value < least || value > most ? new Text("应在 {0} 至 {1} 之间", least, most) : default(Text?);
}
