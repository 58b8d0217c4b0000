using FluentValidation;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Texts;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Application.Visits;

/// <summary>A follow-up as a person types it. Method and what was said are required, everything else may stay empty.</summary>
public record VisitInput
{
    public VisitMethod? Method { get; set; }
    public string? Feedback { get; set; }

    /// <summary>On the company's clock; now where empty.</summary>
    public DateTime? At { get; set; }

    public long? ContactId { get; set; }
    public long? OpportunityId { get; set; }

    /// <summary>The customer contacted us.</summary>
    public bool IsInbound { get; set; }

    /// <summary>Who was there; whoever logs it where empty.</summary>
    public long? VisitorId { get; set; }

    public string? Topic { get; set; }
    public string? Handling { get; set; }
    public DateOnly? DueOn { get; set; }
    public string? Result { get; set; }

    /// <summary>The next step's day; where empty, a date that <see cref="NextText"/> names (3月20日提交方案).</summary>
    public DateOnly? NextOn { get; set; }

    /// <summary>The next step's day as picked by its name (明天); a typed day wins.</summary>
    public DateOnly? NextPick { get; set; }

    public string? NextText { get; set; }

    internal DateOnly DayOf(CompanyClock clock) => At is { } at ? DateOnly.FromDateTime(at) : clock.Today;

    /// <summary>The next step that the form asks for, seen from the follow-up's day; null for none.</summary>
    internal NextStep? Next(CompanyClock clock) => NextStep.Read(NextOn ?? NextPick, NextText, DayOf(clock)).Value;
}

internal sealed class VisitInputValidator : AbstractValidator<VisitInput>
{
    public VisitInputValidator(CompanyClock clock)
    {
        RuleFor(v => v.Method).Holds(method => method is null || !Enum.IsDefined(method.Value) ? "请选择回访方式" : default(Text?));
        RuleFor(v => v.Feedback).Required().MultiLine(10_000);
        RuleFor(v => v.At).Holds(at => ProblemOf(at, clock));
        RuleFor(v => v.Topic).SingleLine(200);
        RuleFor(v => v.Handling).MultiLine(2000);
        RuleFor(v => v.DueOn).BusinessDate();
        RuleFor(v => v.Result).MultiLine(1000);
        RuleFor(v => v.NextOn).BusinessDate();
        RuleFor(v => v.NextPick).BusinessDate();
        RuleFor(v => v.NextText).SingleLine(200);
        RuleFor(v => v).Custom((input, context) =>
        {
            foreach (var (property, problem) in ProblemsOf(input, clock))
            {
                context.AddFailure(new FluentValidation.Results.ValidationFailure(property, problem.ToString()) { CustomState = problem });
            }
        });
    }

    /// <summary>Rules that look at two fields.</summary>
    private static IEnumerable<(string Property, Text Problem)> ProblemsOf(VisitInput input, CompanyClock clock)
    {
        if (ProblemOf(input.At, clock) is not null)
        {
            yield break;
        }

        var day = input.DayOf(clock);
        if (input.DueOn is { } due && string.IsNullOrWhiteSpace(input.Handling))
        {
            yield return (nameof(input.Handling), "填了完成时限，请写明处理措施");
        }
        else if (input.DueOn < day)
        {
            yield return (nameof(input.DueOn), "完成时限不能早于本次跟进的日期");
        }

        var next = NextStep.Read(input.NextOn ?? input.NextPick, input.NextText, day);
        if (next.IsRefused)
        {
            yield return (nameof(input.NextText), next.Problem.Value);
        }
        else if (next.Value is { On: null })
        {
            yield return (nameof(input.NextOn), "写了下一步，请再选一个日期");
        }
        else if (next.Value?.On < day)
        {
            yield return (nameof(input.NextOn), "下一步不能早于本次跟进的日期");
        }
    }

    private static Text? ProblemOf(DateTime? at, CompanyClock clock)
    {
        if (at is not { } local)
        {
            return null;
        }

        var day = DateOnly.FromDateTime(local);
        return !BusinessDates.Has(day) ? BusinessDates.OutOfRange
            : day > clock.Today ? "还没有发生的联系不能记为跟进，请写到下一步里"
            : default(Text?);
    }
}
