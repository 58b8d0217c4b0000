using FluentValidation;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Texts;

namespace SalesCrm.Application.Competitors;

/// <summary>A move of a competitor as a person types it.</summary>
public record CompetitorNoteInput
{
    public DateOnly? On { get; set; }
    public NoteKind? Kind { get; set; }
    public string? Text { get; set; }
    public string? Source { get; set; }
    public string? Evidence { get; set; }

    /// <summary>The opportunity that it speaks of; only who sees that one reads this.</summary>
    public long? OpportunityId { get; set; }
}

internal sealed class CompetitorNoteInputValidator : AbstractValidator<CompetitorNoteInput>
{
    public CompetitorNoteInputValidator(DateOnly today)
    {
        RuleFor(n => n.On).Holds(on => on is null ? "请填写日期" : on > today ? "日期不能晚于今天" : default(Text?)).BusinessDate();
        RuleFor(n => n.Kind).Holds(kind => kind is { } value && !Enum.IsDefined(value) ? "请选择类别" : default(Text?));
        RuleFor(n => n.Text).Required().MultiLine(1000);
        RuleFor(n => n.Source).Required().SingleLine(200);
        RuleFor(n => n.Evidence).SingleLine(500);
    }
}

internal static class CompetitorNoteFile
{
    internal static void Fill(CompetitorNote note, CompetitorNoteInput input)
    {
        (note.On, note.Kind, note.OpportunityId) = (input.On!.Value, input.Kind ?? NoteKind.Other, input.OpportunityId);
        (note.Text, note.Source, note.Evidence) = (CleanText.Lines(input.Text)!, CleanText.Line(input.Source)!, CleanText.Line(input.Evidence));
    }

    /// <summary>An opportunity out of sight, or a customer named without saying which opportunity it is about.</summary>
    internal static async Task<Outcome?> ProblemAsync(CrmDbContext db, long competitorId, CompetitorNoteInput input, Actor actor, CancellationToken cancellationToken)
    {
        var seen = db.OpportunitiesOf(actor.ForOne);
        if (input.OpportunityId is { } chosen)
        {
            return await seen.AnyAsync(row => row.Id == chosen, cancellationToken) ? null : Outcome.Invalid(nameof(input.OpportunityId), "这个选项已不可用，请重新选择");
        }

        var said = $"{input.Text}\n{input.Source}\n{input.Evidence}";
        var named = await db.Rivals.Where(rival => rival.CompetitorId == competitorId && seen.Any(row => row.Id == rival.OpportunityId) && said.Contains(rival.Opportunity!.Customer!.Name))
            .OrderBy(rival => rival.Id).Select(rival => rival.Opportunity!.Customer!.Name).FirstOrDefaultAsync(cancellationToken);
        return named is null ? null : Outcome.Invalid(nameof(input.OpportunityId), new Text("内容提到了客户「{0}」，请选择涉及的商机，不让无关的人看到", named));
    }
}
