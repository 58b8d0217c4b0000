using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Texts;

namespace SalesCrm.Application.Imports.Mapping;

/// <summary>What stands in a file and what is meant by it, as a person types it: one pair a line, <c>Engaging = 初步接触</c>.</summary>
public static class ValueLines
{
    private static readonly char[] Signs = ['=', '＝', '→'];

    public static string Written(IReadOnlyDictionary<string, string> values) => string.Join('\n', values.Select(pair => $"{pair.Key} = {pair.Value}"));

    /// <summary>Nothing behind the sign: as if the cell were empty.</summary>
    /// <exception cref="MappingRefusedException">A line has no sign, or nothing before it.</exception>
    public static IReadOnlyDictionary<string, string> Read(string? lines)
    {
        var values = new Dictionary<string, string>();
        foreach (var line in (lines ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var sides = line.Split(Signs, 2, StringSplitOptions.TrimEntries);
            if (sides is not [{ Length: > 0 } from, var to])
            {
                throw new MappingRefusedException(new Text("换值“{0}”应写成“文件里的值 = 系统里的值”", CleanText.Shortened(line, 40)));
            }

            values[from] = to;
        }

        return values;
    }
}
