using FluentValidation;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Texts;

namespace SalesCrm.Application.Upgrades;

/// <summary>Gives a programme up, with the reason; its steps stay as they are.</summary>
public sealed class StopUpgrade(CrmDbContext db)
{
    public sealed record Input
    {
        public string? Reason { get; set; }
    }

    public async Task<Outcome> ExecuteAsync(long id, Input input, Actor actor, CancellationToken cancellationToken)
    {
        var programme = await db.UpgradesWorkedBy(actor).SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
        if (programme is null)
        {
            return Outcome.NotFound();
        }

        var shape = new StopUpgradeValidator().Validate(input);
        if (!shape.IsValid)
        {
            return Outcome.Invalid(shape);
        }

        programme.Stop(CleanText.Line(input.Reason)!, db.Now);
        try
        {
            await db.SaveAsync(actor, cancellationToken);
            return Outcome.Done();
        }
        catch (DbUpdateConcurrencyException)
        {
            return Outcome.Conflict("这个升级计划刚被别人改过，请核对后再保存");
        }
    }
}

internal sealed class StopUpgradeValidator : AbstractValidator<StopUpgrade.Input>
{
    public StopUpgradeValidator() => RuleFor(input => input.Reason).Required().SingleLine(200);
}
