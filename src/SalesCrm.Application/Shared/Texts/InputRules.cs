using FluentValidation;
using FluentValidation.Results;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Time;
using SalesCrm.Application.Shared.Values;

namespace SalesCrm.Application.Shared.Texts;

/// <summary>
/// What every form, import and address holds its values to. Each rule lets an empty value through (say <c>Required</c> where it
/// must not be) and carries its sentence as <see cref="Text"/> in the failure's state, so that it can be said in any language.
/// </summary>
internal static class InputRules
{
    /// <summary>Something other than spaces and invisible characters.</summary>
    public static IRuleBuilderOptionsConditions<T, string?> Required<T>(this IRuleBuilder<T, string?> rule)
        => rule.Holds(value => string.IsNullOrWhiteSpace(value) || (CleanText.ReadLine(value, int.MaxValue / 16) is { IsRefused: false, Value: null })
            ? "必须填写" : default(Text?));

    public static IRuleBuilderOptionsConditions<T, TValue?> Required<T, TValue>(this IRuleBuilder<T, TValue?> rule)
        where TValue : struct
        => rule.Holds(value => value is null ? "必须填写" : default(Text?));

    public static IRuleBuilderOptionsConditions<T, int?> Within<T>(this IRuleBuilder<T, int?> rule, int least, int most)
        => rule.Holds(value => RangeProblem(value, least, most));

    public static IRuleBuilderOptionsConditions<T, decimal?> Within<T>(this IRuleBuilder<T, decimal?> rule, int least, int most)
        => rule.Holds(value => RangeProblem(value, least, most));

    /// <summary>One line of at most <paramref name="max"/> characters; the column needs <see cref="CleanText.UnitsFor"/>.</summary>
    public static IRuleBuilderOptionsConditions<T, string?> SingleLine<T>(this IRuleBuilder<T, string?> rule, int max)
        => rule.Holds(value => CleanText.ReadLine(value, max).Problem);

    /// <summary>Several lines of together at most <paramref name="max"/> characters; the column needs <see cref="CleanText.UnitsFor"/>.</summary>
    public static IRuleBuilderOptionsConditions<T, string?> MultiLine<T>(this IRuleBuilder<T, string?> rule, int max)
        => rule.Holds(value => CleanText.ReadLines(value, max).Problem);

    /// <summary>An http or https address; www.example.com is one too.</summary>
    public static IRuleBuilderOptionsConditions<T, string?> WebLink<T>(this IRuleBuilder<T, string?> rule)
        => rule.Holds(value => string.IsNullOrWhiteSpace(value) || Texts.WebLink.TryRead(value, out _)
            ? default(Text?) : "网址应以 http:// 或 https:// 开头，例如 https://www.example.com");

    /// <summary>One e-mail address, no list.</summary>
    public static IRuleBuilderOptionsConditions<T, string?> EmailAddressPlain<T>(this IRuleBuilder<T, string?> rule)
        => rule.Holds(EmailProblem);

    /// <summary>One phone number, with extension where there is one.</summary>
    public static IRuleBuilderOptionsConditions<T, string?> PhoneNumber<T>(this IRuleBuilder<T, string?> rule)
        => rule.Holds(PhoneProblem);

    public static IRuleBuilderOptionsConditions<T, decimal?> Money<T>(this IRuleBuilder<T, decimal?> rule)
        => rule.Holds(value => value is { } amount ? MoneyText.ProblemOf(amount) : null);

    public static IRuleBuilderOptionsConditions<T, decimal> Money<T>(this IRuleBuilder<T, decimal> rule)
        => rule.Holds(MoneyText.ProblemOf);

    public static IRuleBuilderOptionsConditions<T, DateOnly?> BusinessDate<T>(this IRuleBuilder<T, DateOnly?> rule)
        => rule.Holds(value => value is { } date && !BusinessDates.Has(date) ? BusinessDates.OutOfRange : default(Text?));

    public static IRuleBuilderOptionsConditions<T, DateOnly> BusinessDate<T>(this IRuleBuilder<T, DateOnly> rule)
        => rule.Holds(value => BusinessDates.Has(value) ? default(Text?) : BusinessDates.OutOfRange);

    /// <summary>A rule of one's own: the sentence that says what is wrong, or null.</summary>
    public static IRuleBuilderOptionsConditions<T, TValue> Holds<T, TValue>(this IRuleBuilder<T, TValue> rule, Func<TValue, Text?> problemOf)
        => rule.Custom((value, context) =>
        {
            if (problemOf(value) is { } problem)
            {
                context.AddFailure(new ValidationFailure(context.PropertyPath, problem.ToString(), value) { CustomState = problem });
            }
        });

    public static Text? RangeProblem(decimal? value, int least, int most)
        => value < least || value > most ? new Text("应在 {0} 至 {1} 之间", least, most) : default(Text?);

    public static Text? EmailProblem(string? value)
    {
        if (string.IsNullOrWhiteSpace(value) || EmailKey.Of(value) is not null)
        {
            return null;
        }

        if (value.Count(character => character is '@' or '＠') > 1)
        {
            return "只能填写一个邮箱地址";
        }

        return value.Trim().Length > EmailKey.Longest
            ? new Text("邮箱最多 {0} 个字符", EmailKey.Longest)
            : "邮箱格式不正确，例如 name@example.com";
    }

    public static Text? PhoneProblem(string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return null;
        }

        if (PhoneKey.Of(value) is not { } key)
        {
            return PhoneKey.LooksLikeExponent(value)
                ? "号码被表格改成了科学计数法，请把单元格设为文本后重新填写"
                : "电话号码不正确，例如 13800138000 或 010-88888888 转 123";
        }

        var digits = key.Number.Length;
        return key.Number is ['1', >= '3', ..] && digits is > 6 and not 11
            ? new Text("手机号应为 11 位，现在是 {0} 位", digits)
            : default(Text?);
    }
}
