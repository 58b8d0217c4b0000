using FluentValidation;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Settings;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Texts;

namespace SalesCrm.Application.Leads;

/// <summary>Changes maximum and threshold of the score parts; open leads are judged anew at once.</summary>
public sealed class SaveLeadScoring(CrmDbContext db) : SaveSetting<SaveLeadScoring.Input, LeadScoring>(db)
{
    public sealed record Input : SettingInput
    {
        public int? BudgetMaximum { get; set; }
        public int? BudgetThreshold { get; set; }
        public int? UrgencyMaximum { get; set; }
        public int? UrgencyThreshold { get; set; }
        public int? AuthorityMaximum { get; set; }
        public int? AuthorityThreshold { get; set; }
    }

    private protected override StoredSetting<LeadScoring> Stored => LeadScoring.Stored;

    private protected override IValidator<Input> Validator => new SaveLeadScoringValidator();

    protected override Text OnlyAdmins => "只有管理员可以修改评分规则";

    protected override Text Changed => "评分规则刚被别人改过，请核对后再保存";

    protected override Input Fill(LeadScoring scoring) => new()
    {
        BudgetMaximum = scoring.Budget.Maximum,
        BudgetThreshold = scoring.Budget.Threshold,
        UrgencyMaximum = scoring.Urgency.Maximum,
        UrgencyThreshold = scoring.Urgency.Threshold,
        AuthorityMaximum = scoring.Authority.Maximum,
        AuthorityThreshold = scoring.Authority.Threshold,
    };

    protected override LeadScoring Read(Input input, LeadScoring before) => new(
        new(input.BudgetMaximum!.Value, input.BudgetThreshold!.Value),
        new(input.UrgencyMaximum!.Value, input.UrgencyThreshold!.Value),
        new(input.AuthorityMaximum!.Value, input.AuthorityThreshold!.Value));

    /// <summary>Loads only the open leads that the new rule moves.</summary>
    protected override async Task FollowAsync(LeadScoring scoring, CancellationToken cancellationToken)
    {
        var (budget, urgency, authority) = (scoring.Budget.Threshold, scoring.Urgency.Threshold, scoring.Authority.Threshold);
        var moved = await Db.Leads
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
        RuleFor(input => input.BudgetMaximum).Required().Within(1, MostPoints);
        RuleFor(input => input.UrgencyMaximum).Required().Within(1, MostPoints);
        RuleFor(input => input.AuthorityMaximum).Required().Within(1, MostPoints);
        RuleFor(input => input.BudgetThreshold).Required().Custom((value, context) => Check(context, value, context.InstanceToValidate.BudgetMaximum));
        RuleFor(input => input.UrgencyThreshold).Required().Custom((value, context) => Check(context, value, context.InstanceToValidate.UrgencyMaximum));
        RuleFor(input => input.AuthorityThreshold).Required().Custom((value, context) => Check(context, value, context.InstanceToValidate.AuthorityMaximum));
    }

    private static void Check(ValidationContext<SaveLeadScoring.Input> context, int? threshold, int? maximum)
    {
        var most = maximum is >= 1 and <= MostPoints ? maximum.Value : MostPoints;
        if ((threshold > most ? new Text("门槛不能高于满分 {0}", most) : InputRules.RangeProblem(threshold, 0, most)) is { } problem)
        {
            context.AddFailure(new FluentValidation.Results.ValidationFailure(context.PropertyPath, problem.ToString(), threshold) { CustomState = problem });
        }
    }
}
