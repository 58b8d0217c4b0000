using FluentValidation;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Texts;

namespace SalesCrm.Application.Opportunities.Stages;

/// <summary>Renames a step, sets its chance, its expected days and what must be there to leave it. History keeps the step itself, so it stays.</summary>
public sealed class EditStage(CrmDbContext db)
{
    public sealed record Input
    {
        public string? Name { get; set; }
        public string? EnglishName { get; set; }
        public int? Probability { get; set; }
        public int? ExpectedDays { get; set; }
        public IReadOnlyList<ExitRule> Rules { get; set; } = [];
        public Guid Version { get; set; }
    }

    public static Text ConflictMessage { get; } = "您编辑期间，其他人修改了这个阶段，请核对后再保存";

    public async Task<Outcome> ExecuteAsync(StageCode code, Input input, Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.SeesEverything)
        {
            return Outcome.NotFound();
        }

        var stage = await db.Stages.SingleOrDefaultAsync(row => row.Code == code, cancellationToken);
        if (stage is null)
        {
            return Outcome.NotFound();
        }

        var shape = new EditStageValidator().Validate(input);
        if (!shape.IsValid)
        {
            return Outcome.Invalid(shape);
        }

        if (stage.Version != input.Version)
        {
            return Outcome.Conflict(ConflictMessage);
        }

        Fill(stage, input);
        try
        {
            await db.SaveAsync(actor, cancellationToken);
            return Outcome.Done();
        }
        catch (DbUpdateConcurrencyException)
        {
            return Outcome.Conflict(ConflictMessage);
        }
    }

    private static void Fill(Stage stage, Input input)
    {
        (stage.Name, stage.EnglishName) = (CleanText.Line(input.Name)!, CleanText.Line(input.EnglishName));
        if (stage.Code > StageCode.Contract)
        {
            return;
        }

        (stage.Probability, stage.ExpectedDays) = (input.Probability!.Value, input.ExpectedDays);
        stage.NeedsScore = input.Rules.Contains(ExitRule.Score);
        stage.NeedsSource = input.Rules.Contains(ExitRule.Source);
        stage.NeedsNeed = input.Rules.Contains(ExitRule.Need);
        stage.NeedsContactWithFeedback = input.Rules.Contains(ExitRule.ContactWithFeedback);
        stage.NeedsAmount = input.Rules.Contains(ExitRule.Amount);
        stage.NeedsPaymentTerms = input.Rules.Contains(ExitRule.PaymentTerms);
        stage.NeedsDeliveryDate = input.Rules.Contains(ExitRule.DeliveryDate);
    }
}

internal sealed class EditStageValidator : AbstractValidator<EditStage.Input>
{
    public EditStageValidator()
    {
        RuleFor(s => s.Name).Required().SingleLine(50);
        RuleFor(s => s.EnglishName).SingleLine(50);
        RuleFor(s => s.Probability).Holds(percent => percent is null or < 0 or > 100 ? "概率应在 0 至 100 之间" : default(Text?));
        RuleFor(s => s.ExpectedDays).Holds(days => days is < 1 or > 3650 ? "天数应在 1 至 3650 之间" : default(Text?));
    }
}
