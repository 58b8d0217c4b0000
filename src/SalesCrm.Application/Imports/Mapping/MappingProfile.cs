using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Texts;

namespace SalesCrm.Application.Imports.Mapping;

/// <summary>How the columns of a file become the fields of records; kept as JSON, so that it can be read, edited and passed on.</summary>
public sealed partial record MappingProfile
{
    public const int LongestSystem = 40;

    private const string Keys = "kind, system, dates, columns, fields, values, defaults, skipWhere, create";
    private const string RuleKeys = "from, template, split, part, date, zone, html, number, decimal, most";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        PropertyNameCaseInsensitive = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>What the rows are: customers, opportunities, …</summary>
    public string Kind { get; init; } = "";

    /// <summary>Header in the file → field. Several columns may lead to one long text, which then names each.</summary>
    public IReadOnlyDictionary<string, string> Columns { get; init; } = new Dictionary<string, string>();

    /// <summary>Field → what stands in the file → what is meant.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Values { get; init; } = new Dictionary<string, IReadOnlyDictionary<string, string>>();

    /// <summary>Field → what an empty cell means.</summary>
    public IReadOnlyDictionary<string, string> Defaults { get; init; } = new Dictionary<string, string>();

    /// <summary>The system that the file comes from; ids of one system never meet those of another.</summary>
    public string System { get; init; } = "";

    /// <summary>How dates that end with the year are written throughout the file, "mdy" or "dmy"; null where it has none.</summary>
    public string? Dates { get; init; }

    /// <summary>Field → how it is made of columns, where one column alone does not do.</summary>
    public IReadOnlyDictionary<string, FieldRule> Fields { get; init; } = new Dictionary<string, FieldRule>();

    /// <summary>Column → values; rows that hold one of them are left out.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> SkipWhere { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>What may be created when a row names it and it is not there.</summary>
    public IReadOnlyList<string> Create { get; init; } = [];

    public bool MayCreate(string what) => Create.Contains(what, StringComparer.OrdinalIgnoreCase);

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    private static Text? ProblemOf(MappingProfile profile)
    {
        foreach (var (field, rule) in profile.Fields)
        {
            if (rule.From.Count == 0 == (rule.Template.Count == 0))
            {
                return new Text("映射文件里“{0}”的规则要写 from 或 template 之一", CleanText.Shortened(field, 40));
            }

            if (rule.Zone is { Length: > 0 } zone && !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
            {
                return new Text("映射文件里“{0}”的时区“{1}”不存在，例如 UTC 或 Asia/Shanghai", CleanText.Shortened(field, 40), CleanText.Shortened(zone, 40));
            }
        }

        if (profile.Dates is { } order && !YearLast.IsOrder(order))
        {
            return new Text("映射文件里的 dates 要写 {0} 或 {1}", YearLast.MonthFirst, YearLast.DayFirst);
        }

        return profile.System.Length > LongestSystem ? new Text("系统名最多 {0} 个字", LongestSystem) : default(Text?);
    }

    [GeneratedRegex(@"property '(?<name>[^']*)' could not be mapped to any \.NET member contained in type '(?<type>[^']*)'", RegexOptions.CultureInvariant)]
    private static partial Regex Unknown();

    /// <exception cref="MappingRefusedException">The text is no profile.</exception>
    public static MappingProfile Parse(string json)
    {
        try
        {
            var profile = JsonSerializer.Deserialize<MappingProfile>(json, Json) ?? throw new MappingRefusedException("映射文件是空的");
            return ProblemOf(profile) is { } problem ? throw new MappingRefusedException(problem) : profile;
        }
        catch (JsonException failure) when (Unknown().Match(failure.Message) is { Success: true } match)
        {
            var isRule = match.Groups["type"].Value.EndsWith(nameof(FieldRule), StringComparison.Ordinal);
            throw new MappingRefusedException(new Text("映射文件第 {0} 行：不认识“{1}”，这里可以写 {2}", (failure.LineNumber ?? 0) + 1, CleanText.Shortened(match.Groups["name"].Value, 40), isRule ? RuleKeys : Keys));
        }
        catch (JsonException failure)
        {
            throw new MappingRefusedException(new Text("映射文件不是有效的 JSON，或第 {0} 行的内容不是这里能写的", (failure.LineNumber ?? 0) + 1));
        }
    }
}

/// <summary>A mapping that cannot be used, with the reason for the person who gave it.</summary>
public sealed class MappingRefusedException(Text reason) : Exception(reason.ToString())
{
    public Text Reason => reason;
}
