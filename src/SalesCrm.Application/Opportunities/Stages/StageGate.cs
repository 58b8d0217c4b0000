using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Application.Opportunities.Stages;

/// <summary>What stands between an opportunity and another step.</summary>
/// <param name="From">Name of the step that it is in.</param>
/// <param name="To">Name of the step that it is to go to.</param>
/// <param name="Rules">The rules of the step that it leaves; none when it goes back.</param>
/// <param name="NeedsReason">It goes back, skips a step or comes to life again.</param>
public sealed record StageGate(Text From, Text To, IReadOnlyList<ExitRuleState> Rules, bool NeedsReason)
{
    public IEnumerable<ExitRuleState> Missing => Rules.Where(rule => !rule.Holds);

    public bool IsOpen => Rules.All(rule => rule.Holds);

    /// <summary>Looks at the gate between two steps.</summary>
    internal static async Task<StageGate> BetweenAsync(CrmDbContext db, Opportunity opportunity, Stage from, Stage to, CancellationToken cancellationToken)
    {
        var back = to.Position < from.Position || opportunity.Status == OpportunityStatus.Lost;
        var rules = back ? [] : ExitRules.Of(from).ToList();
        var feedbackLogged = rules.Contains(ExitRule.ContactWithFeedback)
            && await db.Visits.AnyAsync(visit => visit.OpportunityId == opportunity.Id && visit.ArchivedAt == null && visit.Feedback != null, cancellationToken);
        var skips = to.Code == StageCode.Won ? from.Code != StageCode.Contract : to.Position > from.Position + 1;
        return new(
            StageNames.Of(from), StageNames.Of(to), rules.ConvertAll(rule => ExitRules.StateOf(rule, opportunity, feedbackLogged)), back || skips);
    }
}

/// <summary>A step's name in the reader's language.</summary>
internal static class StageNames
{
    public static Text Of(Stage stage) => Of(stage.Name, stage.EnglishName);

    public static Text Of(string name, string? englishName)
        => Translations.Current == Translations.English && englishName is not null ? Raw(englishName) : Raw(name);

    /// <summary>The admin's own word, which is no key of a translation and may hold braces.</summary>
    private static Text Raw(string name) => new("{0}", name);
}
