using FluentValidation;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Settings;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Texts;
using SalesCrm.Application.Users;

namespace SalesCrm.Application.Customers;

/// <summary>Changes what makes a customer new, loyal or lost, and derives everybody's type anew, all in one.</summary>
public sealed class SaveLifecycleRules(CrmDbContext db)
{
    private const int Batch = 500;

    public sealed record Input
    {
        public int? NewDays { get; set; }
        public int? ChurnDays { get; set; }
        public int? LoyalDeals { get; set; }
        public decimal? LoyalScore { get; set; }
        public int? LoyalMonths { get; set; }
        public int? LoyalReferrals { get; set; }

        /// <summary>Of the rules that the form was filled from; empty for those that every database begins with.</summary>
        public Guid Version { get; set; }
    }

    private static readonly Text Changed = "客户类型规则刚被别人改过，请核对后再保存";

    /// <summary>As the form shows them.</summary>
    public async Task<Input> FormAsync(CancellationToken cancellationToken)
    {
        var (rules, version) = await StoredSetting.FormAsync<LifecycleRules>(db, LifecycleRules.SettingName, cancellationToken);
        return new()
        {
            NewDays = rules.NewDays,
            ChurnDays = rules.ChurnDays,
            LoyalDeals = rules.LoyalDeals,
            LoyalScore = rules.LoyalScore,
            LoyalMonths = rules.LoyalMonths,
            LoyalReferrals = rules.LoyalReferrals,
            Version = version,
        };
    }

    public async Task<Outcome> ExecuteAsync(Input input, Actor actor, CancellationToken cancellationToken)
    {
        if (actor.Role != Role.Admin)
        {
            return Outcome.Forbidden("只有管理员可以修改客户类型规则");
        }

        var shape = new SaveLifecycleRulesValidator().Validate(input);
        if (!shape.IsValid)
        {
            return Outcome.Invalid(shape);
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

    private async Task<Outcome> SaveAsync(Input input, CancellationToken cancellationToken)
    {
        var rules = new LifecycleRules
        {
            NewDays = input.NewDays!.Value,
            ChurnDays = input.ChurnDays!.Value,
            LoyalDeals = input.LoyalDeals!.Value,
            LoyalScore = input.LoyalScore!.Value,
            LoyalMonths = input.LoyalMonths!.Value,
            LoyalReferrals = input.LoyalReferrals!.Value,
        };
        if (!await StoredSetting.PutAsync(db, LifecycleRules.SettingName, rules, input.Version, cancellationToken))
        {
            return Outcome.Conflict(Changed);
        }

        await db.SaveChangesAsync(cancellationToken);
        foreach (var ids in (await db.Customers.Where(customer => customer.DealCount > 0).Select(customer => customer.Id).ToListAsync(cancellationToken)).Chunk(Batch))
        {
            await Lifecycles.RefreshAsync(db, ids, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            db.ChangeTracker.Clear();
        }

        return Outcome.Done();
    }
}

internal sealed class SaveLifecycleRulesValidator : AbstractValidator<SaveLifecycleRules.Input>
{
    public SaveLifecycleRulesValidator()
    {
        RuleFor(input => input.NewDays).Holds(days => Within(days, 0, 3650));
        RuleFor(input => input.ChurnDays).Holds(days => Within(days, 1, 3650));
        RuleFor(input => input.LoyalDeals).Holds(deals => Within(deals, 1, 1000));
        RuleFor(input => input.LoyalScore).Holds(score => Within(score, 1, 5));
        RuleFor(input => input.LoyalMonths).Holds(months => Within(months, 0, 120));
        RuleFor(input => input.LoyalReferrals).Holds(referrals => Within(referrals, 0, 1000));
    }

    private static Text? Within(decimal? value, int least, int most)
        => value is null ? "必须填写" : value < least || value > most ? new Text("应在 {0} 至 {1} 之间", least, most) : default(Text?);
}
