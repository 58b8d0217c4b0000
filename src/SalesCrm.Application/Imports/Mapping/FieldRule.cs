using System.Text.Json;
using System.Text.Json.Serialization;

namespace SalesCrm.Application.Imports.Mapping;

/// <summary>How one field is made of the columns of a file, where a column alone does not do.</summary>
public sealed record FieldRule
{
    /// <summary>Columns; the first that holds something counts.</summary>
    [JsonConverter(typeof(OneOrMany))]
    public IReadOnlyList<string> From { get; init; } = [];

    /// <summary>Several columns as one text, <c>{FirstName} {LastName}</c>; of several lines those go whose columns are all empty.</summary>
    [JsonConverter(typeof(OneOrMany))]
    public IReadOnlyList<string> Template { get; init; } = [];

    /// <summary>Divides the text, of which <see cref="Part"/> counts.</summary>
    public string? Split { get; init; }

    /// <summary>From one; from the end when negative.</summary>
    public int? Part { get; init; }

    /// <summary>How dates are written, <c>MM/dd/yyyy HH:mm</c>; anything else is refused then.</summary>
    [JsonConverter(typeof(OneOrMany))]
    public IReadOnlyList<string> Date { get; init; } = [];

    /// <summary>The time zone in which the file's times are meant, <c>UTC</c> or <c>America/New_York</c>; the company's by default.</summary>
    public string? Zone { get; init; }

    /// <summary>The text is HTML; its words are taken.</summary>
    public bool Html { get; init; }

    /// <summary>Of <c>$1,234.50</c> the number alone; the currency is taken as it is.</summary>
    public bool Number { get; init; }

    /// <summary>What divides the decimals of such a number; a point by default.</summary>
    public string? Decimal { get; init; }

    /// <summary>Of a text that is longer, so many characters count.</summary>
    public int? Most { get; init; }
}

/// <summary>A text, or several.</summary>
internal sealed class OneOrMany : JsonConverter<IReadOnlyList<string>>
{
    public override IReadOnlyList<string> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => reader.TokenType == JsonTokenType.String ? [reader.GetString()!] : JsonSerializer.Deserialize<string[]>(ref reader, options) ?? [];

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<string> value, JsonSerializerOptions options)
        => JsonSerializer.Serialize(writer, value.ToArray(), options);
}
