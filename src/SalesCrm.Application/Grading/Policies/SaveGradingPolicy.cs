using FluentValidation;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Texts;
using SalesCrm.Application.Shared.Time;
using SalesCrm.Application.Shared.Values;
using SalesCrm.Application.Users;

namespace SalesCrm.Application.Grading.Policies;

/// <summary>Saves changed thresholds as the next version of the rule; the earlier versions stay.</summary>
public sealed class SaveGradingPolicy(CrmDbContext db, CompanyClock clock)
{
    /// <summary>The thresholds as a person types them.</summary>
    public sealed record Input
    {
        /// <summary>The version that the form was filled from.</summary>
        public int BasedOn { get; set; }

        /// <summary>Yuan.</summary>
        public string? AmountA { get; set; }
        public int? YearsA { get; set; }
        public ReferralPotential? ReferralA { get; set; }

        /// <summary>Yuan.</summary>
        public string? AmountB { get; set; }
        public int? YearsB { get; set; }
        public bool StableDemandB { get; set; }
        public int? DormantMonths { get; set; }
        public int? DormantInteractions { get; set; }

        internal GradingPolicy ToPolicy(int revision, DateTime now, long? byId) => new()
        {
            Revision = revision,
            AmountA = MoneyText.Read(AmountA).Value!.Value,
            YearsA = YearsA!.Value,
            ReferralA = ReferralA!.Value,
            AmountB = MoneyText.Read(AmountB).Value!.Value,
            YearsB = YearsB!.Value,
            StableDemandB = StableDemandB,
            DormantMonths = DormantMonths!.Value,
            DormantInteractions = DormantInteractions!.Value,
            CreatedAt = now,
            CreatedById = byId,
        };
    }

    /// <summary>The new version's number.</summary>
    public async Task<Outcome<int>> ExecuteAsync(Input input, Actor actor, CancellationToken cancellationToken)
    {
        if (actor.Role != Role.Admin)
        {
            return Outcome<int>.Forbidden("只有管理员可以修改分级规则");
        }

        var shape = new GradingPolicyValidator().Validate(input);
        if (!shape.IsValid)
        {
            return Outcome<int>.Invalid(shape);
        }

        try
        {
            return await db.InTransactionAsync<Outcome<int>>(actor, async token =>
            {
                var latest = await db.GradingPolicies.MaxAsync(policy => policy.Revision, token);
                if (latest != input.BasedOn)
                {
                    return Outcome<int>.Conflict(new Text("规则已有新版本 v{0}，请核对后再保存", latest));
                }

                db.GradingPolicies.Add(input.ToPolicy(latest + 1, clock.UtcNow, actor.UserId is 0 ? null : actor.UserId));
                return latest + 1;
            }, cancellationToken);
        }
        catch (DbUpdateException refused) when (db.Engine.IsUniqueViolation(refused))
        {
            return Outcome<int>.Conflict(new Text("规则已有新版本 v{0}，请核对后再保存", input.BasedOn + 1));
        }
    }
}

internal sealed class GradingPolicyValidator : AbstractValidator<SaveGradingPolicy.Input>
{
    public GradingPolicyValidator()
    {
        RuleFor(input => input.AmountA).Required().Holds(typed => MoneyText.Read(typed).Problem);
        RuleFor(input => input.AmountB).Required().Holds(typed => MoneyText.Read(typed).Problem);
        RuleFor(input => input.YearsA).Required().Within(0, 50);
        RuleFor(input => input.YearsB).Required().Within(0, 50);
        RuleFor(input => input.ReferralA).Holds(level => level is { } chosen && Enum.IsDefined(chosen) ? default(Text?) : "请选择推荐潜力");
        RuleFor(input => input.DormantMonths).Required().Within(1, 120);
        RuleFor(input => input.DormantInteractions).Required().Within(0, 1000);
        When(input => MoneyText.Read(input.AmountA).Value < MoneyText.Read(input.AmountB).Value, () => RuleFor(input => input.AmountA).Holds(_ => "A 级的采购额门槛不能低于 B 级"));
        When(input => input.YearsA < input.YearsB, () => RuleFor(input => input.YearsA).Holds(_ => "A 级的合作年限不能低于 B 级"));
    }
}
