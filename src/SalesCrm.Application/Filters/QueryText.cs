using System.Globalization;
using SalesCrm.Application.Shared.Texts;

namespace SalesCrm.Application.Filters;

/// <summary>The query of a list's address as it is kept.</summary>
public static class QueryText
{
    /// <summary>The name under which an address says which saved filter it began with.</summary>
    public const string Saved = "saved";

    /// <summary>Parameters that are about the place in a list or a step of a form, not about the filter.</summary>
    private static readonly HashSet<string> Passing = new(StringComparer.OrdinalIgnoreCase) { "cursor", "ids", "all", Saved, "field", "op", "value", "days", "when", "date", "add", "of", "then", "sort" };

    public static IReadOnlyList<KeyValuePair<string, string>> Pairs(string? query) =>
        [.. (query ?? "").TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(part => part.Split('=', 2))
            .Select(part => KeyValuePair.Create(Plain(part[0]), Plain(part.ElementAtOrDefault(1) ?? "")))];

    public static string Of(IEnumerable<KeyValuePair<string, string>> pairs)
        => string.Join('&', pairs.Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}"));

    /// <summary>Only what narrows the list.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Narrowing(IEnumerable<KeyValuePair<string, string>> pairs)
        => [.. pairs.Where(pair => !Passing.Contains(pair.Key) && !pair.Key.StartsWith("__", StringComparison.Ordinal) && CleanText.Line(pair.Value) is not null).Distinct()];

    /// <summary>The field of the admin's own that a parameter is about.</summary>
    public static long? OwnField(string parameter)
        => parameter.StartsWith("f.", StringComparison.OrdinalIgnoreCase) && long.TryParse(parameter[2..].Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    /// <summary>What is asked of a field that the reader does not see keeps its name, so that the list can say that it is left out, and loses its value.</summary>
    internal static string WithoutUnseen(string query, IReadOnlySet<long> seen)
    {
        var pairs = Pairs(query);
        return pairs.Any(pair => IsUnseen(pair.Key)) ? Of(pairs.Select(pair => IsUnseen(pair.Key) ? KeyValuePair.Create(pair.Key, "") : pair)) : query;

        bool IsUnseen(string parameter) => OwnField(parameter) is { } id && !seen.Contains(id);
    }

    private static string Plain(string part) => Uri.UnescapeDataString(part.Replace('+', ' '));
}
