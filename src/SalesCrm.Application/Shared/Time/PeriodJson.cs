using System.Text.Json;
using System.Text.Json.Serialization;

namespace SalesCrm.Application.Shared.Time;

/// <summary>A period in JSON as it is written everywhere else. By its properties it would never end: each period knows the one before it.</summary>
internal sealed class PeriodJson : JsonConverter<Period>
{
    public override Period Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => Period.TryParse(reader.GetString(), out var period) ? period : throw new JsonException("Not a period.");

    public override void Write(Utf8JsonWriter writer, Period value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
