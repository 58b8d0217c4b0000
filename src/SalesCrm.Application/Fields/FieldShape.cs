using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Texts;

namespace SalesCrm.Application.Fields;

/// <summary>What is wrong with a field as the admin typed it.</summary>
internal static class FieldShape
{
    private const int LongestName = 50;
    private const int MostChoices = 200;

    public static List<Problem> ProblemsOf(SaveField.Input input, IReadOnlyList<string> reserved)
    {
        var problems = new List<Problem>();
        Check(nameof(input.Name), input.Name, required: true);
        Check(nameof(input.EnglishName), input.EnglishName, required: false);
        var key = NameKey.Of(input.Name);
        if (key.Length > 0 && reserved.Any(name => NameKey.Of(name) == key))
        {
            problems.Add(new Problem(nameof(input.Name), "系统里已有叫这个名称的列，请换一个名称"));
        }

        if (!Enum.IsDefined(input.Type))
        {
            problems.Add(new Problem(nameof(input.Type), "请从列表中选择"));
        }

        if (input.Type == FieldType.Choice)
        {
            CheckChoices();
        }

        return problems;

        void CheckChoices()
        {
            var taken = new HashSet<string>(StringComparer.Ordinal);
            for (var at = 0; at < input.Choices.Count; at++)
            {
                var choice = input.Choices[at];
                var name = $"{nameof(input.Choices)}[{at}].{nameof(choice.Name)}";
                if (choice.Id is null && string.IsNullOrWhiteSpace(choice.Name))
                {
                    continue;
                }

                Check(name, choice.Name, required: true);
                Check($"{nameof(input.Choices)}[{at}].{nameof(choice.EnglishName)}", choice.EnglishName, required: false);
                if (NameKey.Of(choice.Name) is { Length: > 0 } level && !taken.Add(level))
                {
                    problems.Add(new Problem(name, "这个选项重复了"));
                }
            }

            if (taken.Count == 0 || taken.Count > MostChoices)
            {
                problems.Add(new Problem($"{nameof(input.Choices)}[0].Name", new Text("请填写 1 至 {0} 个选项", MostChoices)));
            }
        }

        void Check(string property, string? typed, bool required)
        {
            var reading = CleanText.ReadLine(typed, LongestName);
            if (reading.IsRefused)
            {
                problems.Add(new Problem(property, reading.Problem.Value));
            }
            else if (reading.Value is null && required)
            {
                problems.Add(new Problem(property, "必须填写"));
            }
            else if (reading.Value?.AsSpan().IndexOfAny('{', '}', Text.Meaning) >= 0)
            {
                problems.Add(new Problem(property, "名称不能含有花括号"));
            }
        }
    }
}
