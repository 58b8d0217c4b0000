using FluentValidation;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Settings;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Texts;
using SalesCrm.Application.Users;

namespace SalesCrm.Application.Deals;

/// <summary>Changes how much reps and managers may give away without asking.</summary>
public sealed class SaveDiscountLimits(CrmDbContext db)
{
    public sealed record Input
    {
        public int? Rep { get; set; }
        public int? Manager { get; set; }

        /// <summary>Of the limits that the form was filled from; empty for those that every database begins with.</summary>
        public Guid Version { get; set; }
    }

    private static readonly Text Changed = "折扣权限刚被别人改过，请核对后再保存";

    /// <summary>As the form shows them.</summary>
    public async Task<Input> FormAsync(CancellationToken cancellationToken)
    {
        var stored = await db.Settings.AsNoTracking().Where(setting => setting.Name == DiscountLimits.SettingName)
            .Select(setting => new { setting.Value, setting.Version }).SingleOrDefaultAsync(cancellationToken);
        var limits = DiscountLimits.Of(stored?.Value);
        return new() { Rep = limits.Rep, Manager = limits.Manager, Version = stored?.Version ?? Guid.Empty };
    }

    public async Task<Outcome> ExecuteAsync(Input input, Actor actor, CancellationToken cancellationToken)
    {
        if (actor.Role != Role.Admin)
        {
            return Outcome.Forbidden("只有管理员可以修改折扣权限");
        }

        var shape = new SaveDiscountLimitsValidator().Validate(input);
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
        var (limits, setting) = (new DiscountLimits(input.Rep!.Value, input.Manager!.Value), await db.Settings.SingleOrDefaultAsync(row => row.Name == DiscountLimits.SettingName, cancellationToken));
        if ((setting?.Version ?? Guid.Empty) != input.Version)
        {
            return Outcome.Conflict(Changed);
        }

        if (setting is null)
        {
            db.Settings.Add(new Setting { Name = DiscountLimits.SettingName, Value = limits.ToJson() });
        }
        else
        {
            setting.Value = limits.ToJson();
        }

        return Outcome.Done();
    }
}

internal sealed class SaveDiscountLimitsValidator : AbstractValidator<SaveDiscountLimits.Input>
{
    public SaveDiscountLimitsValidator()
    {
        RuleFor(input => input.Rep).Holds(Percent);
        RuleFor(input => input.Manager).Holds(Percent);
        RuleFor(input => input).Custom((input, context) =>
        {
            if (input.Rep > input.Manager)
            {
                Text problem = "经理的权限不能低于销售";
                context.AddFailure(new FluentValidation.Results.ValidationFailure(nameof(input.Manager), problem.ToString()) { CustomState = problem });
            }
        });
    }

    private static Text? Percent(int? value) => value is null ? "必须填写" : value is < 0 or > 100 ? new Text("应在 {0} 至 {1} 之间", 0, 100) : default(Text?);
}
