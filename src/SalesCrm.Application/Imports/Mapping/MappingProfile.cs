using System.Text.Json;
using System.Text.Json.Serialization;
using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Application.Imports.Mapping;

/// <summary>How the columns of a file become the fields of records; kept as JSON, so that it can be read, edited and passed on.</summary>
public sealed record MappingProfile
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        PropertyNameCaseInsensitive = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>What the rows are: customers, opportunities, …</summary>
    public string Kind { get; init; } = "";

    /// <summary>Header in the file → field. Several columns may lead to one long text, which then names each.</summary>
    public IReadOnlyDictionary<string, string> Columns { get; init; } = new Dictionary<string, string>();

    /// <summary>Field → what stands in the file → what is meant.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Values { get; init; } = new Dictionary<string, IReadOnlyDictionary<string, string>>();

    /// <summary>Field → what an empty cell means.</summary>
    public IReadOnlyDictionary<string, string> Defaults { get; init; } = new Dictionary<string, string>();

    /// <summary>What may be created when a row names it and it is not there.</summary>
    public IReadOnlyList<string> Create { get; init; } = [];

    public bool MayCreate(string what) => Create.Contains(what, StringComparer.OrdinalIgnoreCase);

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <exception cref="MappingRefusedException">The text is no profile.</exception>
    public static MappingProfile Parse(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<MappingProfile>(json, Json) ?? throw new MappingRefusedException("映射文件是空的");
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
