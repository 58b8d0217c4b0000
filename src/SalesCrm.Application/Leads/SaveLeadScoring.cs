using FluentValidation;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Settings;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Texts;
using SalesCrm.Application.Users;

namespace SalesCrm.Application.Leads;

/// <summary>Changes maximum and threshold of the score parts; open leads are judged anew at once.</summary>
public sealed class SaveLeadScoring(CrmDbContext db)
{
    public sealed record Input
    {
        public int? BudgetMaximum { get; set; }
        public int? BudgetThreshold { get; set; }
        public int? UrgencyMaximum { get; set; }
        public int? UrgencyThreshold { get; set; }
        public int? AuthorityMaximum { get; set; }
        public int? AuthorityThreshold { get; set; }

        /// <summary>Of the rule that the form was filled from; empty for the one that every database begins with.</summary>
        public Guid Version { get; set; }

        internal LeadScoring ToScoring() => new(
            new(BudgetMaximum!.Value, BudgetThreshold!.Value), new(UrgencyMaximum!.Value, UrgencyThreshold!.Value), new(AuthorityMaximum!.Value, AuthorityThreshold!.Value));
    }

    private static readonly Text Changed = "评分规则刚被别人改过，请核对后再保存";

    public async Task<Outcome> ExecuteAsync(Input input, Actor actor, CancellationToken cancellationToken)
    {
        if (actor.Role != Role.Admin)
        {
            return Outcome.Forbidden("只有管理员可以修改评分规则");
        }

        var shape = new SaveLeadScoringValidator().Validate(input);
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
        var (scoring, setting) = (input.ToScoring(), await db.Settings.SingleOrDefaultAsync(row => row.Name == LeadScoring.SettingName, cancellationToken));
        if ((setting?.Version ?? Guid.Empty) != input.Version)
        {
            return Outcome.Conflict(Changed);
        }

        if (setting is null)
        {
            db.Settings.Add(new Setting { Name = LeadScoring.SettingName, Value = scoring.ToJson() });
        }
        else
        {
            setting.Value = scoring.ToJson();
        }

        await JudgeAnewAsync(scoring, cancellationToken);
        return Outcome.Done();
    }

    /// <summary>Loads only the open leads that the new rule moves.</summary>
    private async Task JudgeAnewAsync(LeadScoring scoring, CancellationToken cancellationToken)
    {
        var (budget, urgency, authority) = (scoring.Budget.Threshold, scoring.Urgency.Threshold, scoring.Authority.Threshold);
        var moved = await db.Leads
            .Where(lead => lead.Status == LeadStatus.New || lead.Status == LeadStatus.Working || lead.Status == LeadStatus.Qualified)
            .Where(lead => (lead.Status == LeadStatus.Qualified)
                != (lead.BudgetScore != null && lead.BudgetScore >= budget && lead.UrgencyScore != null && lead.UrgencyScore >= urgency && lead.AuthorityScore != null && lead.AuthorityScore >= authority))
            .ToListAsync(cancellationToken);
        moved.ForEach(lead => lead.Judge(scoring));
    }
}

internal sealed class SaveLeadScoringValidator : AbstractValidator<SaveLeadScoring.Input>
{
    private const int MostPoints = 100;

    public SaveLeadScoringValidator()
    {
        RuleFor(input => input.BudgetMaximum).Holds(most => Within(most, 1, MostPoints));
        RuleFor(input => input.UrgencyMaximum).Holds(most => Within(most, 1, MostPoints));
        RuleFor(input => input.AuthorityMaximum).Holds(most => Within(most, 1, MostPoints));
        RuleFor(input => input.BudgetThreshold).Custom((value, context) => Check(context, value, context.InstanceToValidate.BudgetMaximum));
        RuleFor(input => input.UrgencyThreshold).Custom((value, context) => Check(context, value, context.InstanceToValidate.UrgencyMaximum));
        RuleFor(input => input.AuthorityThreshold).Custom((value, context) => Check(context, value, context.InstanceToValidate.AuthorityMaximum));
    }

    private static void Check(ValidationContext<SaveLeadScoring.Input> context, int? threshold, int? maximum)
    {
        var most = maximum is >= 1 and <= MostPoints ? maximum.Value : MostPoints;
        if ((threshold > most ? new Text("门槛不能高于满分 {0}", most) : Within(threshold, 0, most)) is { } problem)
        {
            context.AddFailure(new FluentValidation.Results.ValidationFailure(context.PropertyPath, problem.ToString(), threshold) { CustomState = problem });
        }
    }

    private static Text? Within(int? value, int least, int most)
        => value is null ? "必须填写" : value < least || value > most ? new Text("应在 {0} 至 {1} 之间", least, most) : default(Text?);
}
