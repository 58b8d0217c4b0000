using System.Globalization;

namespace SalesCrm.Application.Shared.Texts;

/// <summary>
/// What someone sees who may know that contact data exist but not what they are: 138****5678. Never shows all of a short value,
/// and always the same number of stars, so that they do not tell the length.
/// </summary>
internal static class Mask
{
    private const string Hidden = "****";

    /// <summary>At least four digits stay hidden; the extension does too. Null and empty stay as they are.</summary>
    public static string? Phone(string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            return value;
        }

        var digits = PhoneKey.Of(value) is { } key ? key.Number.TrimStart('+') : PhoneKey.DigitsOf(value);
        return digits.Length switch
        {
            >= 11 => digits[..3] + Hidden + digits[^4..],
            >= 8 => Hidden + digits[^4..],
            7 => Hidden + digits[^3..],
            _ => Hidden,
        };
    }

    /// <summary>The first character of the name and the domain; of what is no address nothing.</summary>
    public static string? Email(string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            return value;
        }

        var address = value.Trim();
        var at = address.LastIndexOf('@');
        if (at < 1 || EmailKey.Of(address) is null)
        {
            return Hidden;
        }

        var first = address[..StringInfo.GetNextTextElementLength(address)];
        return (first.Length < at ? first : "") + "***" + address[at..];
    }

    /// <summary>A WeChat name is often a phone number and then masked like one; of a short name nothing is shown.</summary>
    public static string? WeChat(string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            return value;
        }

        var name = value.Trim();
        if (name.Contains('@', StringComparison.Ordinal))
        {
            return Email(name);
        }

        if (PhoneKey.Of(name) is not null)
        {
            return Phone(name);
        }

        var letters = StringInfo.ParseCombiningCharacters(name);
        return letters.Length < 6 ? Hidden : name[..letters[1]] + Hidden + name[letters[^1]..];
    }
}
