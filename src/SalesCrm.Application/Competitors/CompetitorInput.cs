using FluentValidation;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Texts;

namespace SalesCrm.Application.Competitors;

/// <summary>A competitor's file as a person types it.</summary>
public record CompetitorInput
{
    public string? Name { get; set; }
    public string? Website { get; set; }
    public string? Scale { get; set; }
    public string? Region { get; set; }
    public string? Products { get; set; }
    public string? PriceLevel { get; set; }
    public string? Strengths { get; set; }
    public string? Weaknesses { get; set; }
    public string? Strategy { get; set; }
    public string? CounterStrategy { get; set; }

    /// <summary>A pair on each line: what it says → what we answer.</summary>
    public string? Answers { get; set; }

    public string? Traps { get; set; }
    public string? Proof { get; set; }
    public ThreatLevel? Threat { get; set; }
}

internal sealed class CompetitorInputValidator : AbstractValidator<CompetitorInput>
{
    public CompetitorInputValidator()
    {
        RuleFor(c => c.Name).Required().SingleLine(100).Holds(NameProblem);
        RuleFor(c => c.Website).SingleLine(200).WebLink();
        RuleFor(c => c.Scale).SingleLine(100);
        RuleFor(c => c.Region).SingleLine(100);
        RuleFor(c => c.Products).MultiLine(1000);
        RuleFor(c => c.PriceLevel).SingleLine(100);
        RuleFor(c => c.Strengths).MultiLine(1000);
        RuleFor(c => c.Weaknesses).MultiLine(1000);
        RuleFor(c => c.Strategy).MultiLine(1000);
        RuleFor(c => c.CounterStrategy).MultiLine(2000);
        RuleFor(c => c.Answers).MultiLine(2000);
        RuleFor(c => c.Traps).MultiLine(1000);
        RuleFor(c => c.Proof).MultiLine(1000);
        RuleFor(c => c.Threat).Holds(threat => threat is { } level && !Enum.IsDefined(level) ? "请选择威胁程度" : default(Text?));
    }

    /// <summary>A name of signs alone cannot be told from another.</summary>
    public static Text? NameProblem(string? name)
        => !string.IsNullOrWhiteSpace(name) && NameKey.OfCompany(name).Length == 0 ? "名称里要有文字或数字" : default(Text?);
}

internal static class CompetitorFile
{
    internal static void Fill(Competitor competitor, CompetitorInput input)
    {
        (competitor.Name, competitor.NameKey) = (CleanText.Line(input.Name)!, NameKey.OfCompany(input.Name));
        (competitor.Website, competitor.Scale, competitor.Region) = (CleanText.Line(input.Website), CleanText.Line(input.Scale), CleanText.Line(input.Region));
        (competitor.Products, competitor.PriceLevel) = (CleanText.Lines(input.Products), CleanText.Line(input.PriceLevel));
        (competitor.Strengths, competitor.Weaknesses) = (CleanText.Lines(input.Strengths), CleanText.Lines(input.Weaknesses));
        (competitor.Strategy, competitor.CounterStrategy) = (CleanText.Lines(input.Strategy), CleanText.Lines(input.CounterStrategy));
        (competitor.Answers, competitor.Traps, competitor.Proof) = (CleanText.Lines(input.Answers), CleanText.Lines(input.Traps), CleanText.Lines(input.Proof));
        competitor.Threat = input.Threat;
    }
}
