using System.Globalization;
using System.Text.Json;

namespace SalesCrm.Application.Shared.Localization;

/// <summary>A sentence of the product in a column, so that it can be read in another language later: its format and arguments as JSON.</summary>
internal static class StoredText
{
    public static string Write(Text text) => JsonSerializer.Serialize(Pack(text), Database.AuditTrail.Json);

    /// <summary>Null when <paramref name="stored"/> is.</summary>
    public static Text? Read(string? stored) => stored is null ? default(Text?) : Unpack(JsonSerializer.Deserialize<JsonElement>(stored));

    private static object?[] Pack(Text text)
        => [text.Format, .. (text.Args ?? []).Select(arg => arg is Text inner ? (object)Pack(inner) : arg)];

    private static Text Unpack(JsonElement parts)
        => new(parts[0].GetString()!, parts.EnumerateArray().Skip(1).Select(ValueOf).ToArray());

    private static object? ValueOf(JsonElement part) => part.ValueKind switch
    {
        JsonValueKind.Array => Unpack(part),
        JsonValueKind.Number => part.GetDecimal(),
        JsonValueKind.Null => null,
        _ => part.GetString() is { Length: 10 } word && DateOnly.TryParseExact(word, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : part.GetString(),
    };
}
