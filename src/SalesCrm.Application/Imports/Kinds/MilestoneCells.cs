using SalesCrm.Application.Imports.Rows;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Values;

namespace SalesCrm.Application.Imports.Kinds;

/// <summary>关键节点 in one cell: <c>3月25日提交方案</c>, several divided by a semicolon or a line break.</summary>
internal static class MilestoneCells
{
    public const char Divider = '；';

    public static IEnumerable<string> Split(string cell)
        => cell.Split([Divider, ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>As one cell says it; without the year where the opportunity's own days give it.</summary>
    public static string Of(DateOnly? on, string text, string? original, DateOnly? identifiedOn, DateOnly? expectedCloseOn)
        => original ?? PlanCell.Of(on, text, identifiedOn ?? expectedCloseOn, expectedCloseOn);

    public static Text? ProblemOf(string cell, DateOnly reference)
        => Split(cell).Select(part => PlanText.Read(part, reference).Problem ?? (part.Length > 250 ? new Text("一个节点最多 {0} 个字", 250) : default(Text?))).FirstOrDefault(problem => problem is not null);

    /// <summary>Adds what is not there yet; what is there stays.</summary>
    public static IReadOnlyList<Milestone> Missing(string cell, DateOnly reference, Opportunity opportunity, RowEdit edit)
    {
        var there = opportunity.Milestones.SelectMany(milestone => new[]
        {
            Of(milestone.On, milestone.Text, milestone.Original, opportunity.IdentifiedOn, opportunity.ExpectedCloseOn),
            Of(milestone.On, milestone.Text, milestone.Original, null, null),
        }).ToHashSet(StringComparer.Ordinal);
        var missing = Split(cell).Where(part => !there.Contains(part)).ToList();
        if (missing.Count > 0)
        {
            var before = opportunity.Milestones.OrderBy(milestone => milestone.On).ThenBy(milestone => milestone.Id).Select(milestone => Of(milestone.On, milestone.Text, milestone.Original, opportunity.IdentifiedOn, opportunity.ExpectedCloseOn)).ToList();
            edit.Changed("关键节点", before.Count == 0 ? null : string.Join(Divider, before), string.Join(Divider, before.Concat(missing)));
        }

        return missing.ConvertAll(part => Read(part, PlanText.Read(part, reference).Value, opportunity));
    }

    private static Milestone Read(string part, PlanText? plan, Opportunity opportunity) => new()
    {
        Opportunity = opportunity,
        OpportunityId = opportunity.Id,
        On = plan?.Date,
        Text = plan is { Date: not null, What.Length: > 0 } ? plan.What : part,
        Original = part,
    };
}
