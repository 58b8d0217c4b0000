using System.Buffers;
using System.Globalization;
using System.Text;

namespace SalesCrm.Application.Shared.Spreadsheets.Xlsx;

/// <summary>XML on its way out, in UTF-8. Whatever a text holds, the result stays well-formed.</summary>
internal sealed class XmlBytes
{
    // Everything that cannot stand as it is; the underscore only where it would be read as the start of an escape.
    private static readonly SearchValues<char> Special = SearchValues.Create(
        [.. Enumerable.Range(0, 32).Select(code => (char)code), '&', '<', '>', '"', '_', '\uFFFE', '\uFFFF',
            .. Enumerable.Range(0xD800, 0x800).Select(code => (char)code)]);

    private readonly ArrayBufferWriter<byte> _bytes = new(128 << 10);

    public int Length => _bytes.WrittenCount;

    public ReadOnlyMemory<byte> Written => _bytes.WrittenMemory;

    public void Clear() => _bytes.ResetWrittenCount();

    public XmlBytes Raw(ReadOnlySpan<byte> markup)
    {
        _bytes.Write(markup);
        return this;
    }

    public XmlBytes Raw<T>(T value, ReadOnlySpan<char> format = default)
        where T : IUtf8SpanFormattable
    {
        const int LongestNumber = 64;
        value.TryFormat(_bytes.GetSpan(LongestNumber), out var written, format, CultureInfo.InvariantCulture);
        _bytes.Advance(written);
        return this;
    }

    public XmlBytes Text(ReadOnlySpan<char> text)
    {
        while (text.IndexOfAny(Special) is var at && at >= 0)
        {
            Encode(text[..at]);
            text = text[(at + Escape(text[at..]))..];
        }

        Encode(text);
        return this;
    }

    private void Encode(ReadOnlySpan<char> text)
    {
        if (text.Length > 0)
        {
            Encoding.UTF8.GetBytes(text, _bytes);
        }
    }

    /// <summary>Writes the character at the start of the text; says how many units it took.</summary>
    private int Escape(ReadOnlySpan<char> text)
    {
        switch (text[0])
        {
            case '&':
                Raw("&amp;"u8);
                return 1;
            case '<':
                Raw("&lt;"u8);
                return 1;
            case '>':
                Raw("&gt;"u8);
                return 1;
            case '"':
                Raw("&quot;"u8);
                return 1;
            case '\t' or '\n':
                Encode(text[..1]);
                return 1;
            case '_' when EscapedText.IsEscape(text):
                Raw("_x005F_"u8);
                return 1;
            case '_':
                Raw("_"u8);
                return 1;
            case var high when char.IsSurrogate(high):
                var whole = Rune.DecodeFromUtf16(text, out var rune, out var units) == OperationStatus.Done ? rune : Rune.ReplacementChar;
                Raw(whole);
                return units;
            default:
                Raw("_x"u8).Raw((ushort)text[0], "X4").Raw("_"u8);
                return 1;
        }
    }
}
