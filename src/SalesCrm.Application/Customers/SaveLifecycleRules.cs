using FluentValidation;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Settings;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Texts;

namespace SalesCrm.Application.Customers;

/// <summary>Changes what makes a customer new, loyal or lost, and derives everybody's type anew, all in one.</summary>
public sealed class SaveLifecycleRules(CrmDbContext db) : SaveSetting<SaveLifecycleRules.Input, LifecycleRules>(db)
{
    private const int Batch = 500;

    public sealed record Input : SettingInput
    {
        public int? NewDays { get; set; }
        public int? ChurnDays { get; set; }
        public int? LoyalDeals { get; set; }
        public decimal? LoyalScore { get; set; }
        public int? LoyalMonths { get; set; }
        public int? LoyalReferrals { get; set; }
    }

    private protected override StoredSetting<LifecycleRules> Stored => LifecycleRules.Stored;

    private protected override IValidator<Input> Validator => new SaveLifecycleRulesValidator();

    protected override Text OnlyAdmins => "只有管理员可以修改客户类型规则";

    protected override Text Changed => "客户类型规则刚被别人改过，请核对后再保存";

    protected override Input Fill(LifecycleRules rules) => new()
    {
        NewDays = rules.NewDays,
        ChurnDays = rules.ChurnDays,
        LoyalDeals = rules.LoyalDeals,
        LoyalScore = rules.LoyalScore,
        LoyalMonths = rules.LoyalMonths,
        LoyalReferrals = rules.LoyalReferrals,
    };

    protected override LifecycleRules Read(Input input, LifecycleRules before) => new()
    {
        NewDays = input.NewDays!.Value,
        ChurnDays = input.ChurnDays!.Value,
        LoyalDeals = input.LoyalDeals!.Value,
        LoyalScore = input.LoyalScore!.Value,
        LoyalMonths = input.LoyalMonths!.Value,
        LoyalReferrals = input.LoyalReferrals!.Value,
    };

    protected override async Task FollowAsync(LifecycleRules rules, CancellationToken cancellationToken)
    {
        // Refreshing reads the rules.
        await Db.SaveChangesAsync(cancellationToken);
        foreach (var ids in (await Db.Customers.Where(customer => customer.DealCount > 0).Select(customer => customer.Id).ToListAsync(cancellationToken)).Chunk(Batch))
        {
            await Lifecycles.RefreshAsync(Db, ids, cancellationToken);
            await Db.SaveChangesAsync(cancellationToken);
            Db.ChangeTracker.Clear();
        }
    }
}

internal sealed class SaveLifecycleRulesValidator : AbstractValidator<SaveLifecycleRules.Input>
{
    public SaveLifecycleRulesValidator()
    {
        RuleFor(input => input.NewDays).Required().Within(0, 3650);
        RuleFor(input => input.ChurnDays).Required().Within(1, 3650);
        RuleFor(input => input.LoyalDeals).Required().Within(1, 1000);
        RuleFor(input => input.LoyalScore).Required().Within(1, 5);
        RuleFor(input => input.LoyalMonths).Required().Within(0, 120);
        RuleFor(input => input.LoyalReferrals).Required().Within(0, 1000);
    }
}
