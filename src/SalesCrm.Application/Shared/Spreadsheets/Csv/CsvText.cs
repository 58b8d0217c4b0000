using System.Text;
using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Application.Shared.Spreadsheets.Csv;

/// <summary>A text file whose encoding is known and has been checked from end to end.</summary>
internal sealed class CsvText
{
    private readonly Stream _content;
    private readonly Encoding _strict;
    private readonly int _markBytes;

    private CsvText(Stream content, TextEncoding encoding, int markBytes)
    {
        _content = content;
        Encoding = encoding;
        _strict = Strict(encoding);
        _markBytes = markBytes;
    }

    public TextEncoding Encoding { get; }

    /// <summary>The mark at the start decides; without one strict UTF-8 is tried first, then GB18030.</summary>
    public static CsvText Detect(Stream content, TextEncoding? chosen)
    {
        var (marked, markBytes) = Mark(content);
        if ((chosen ?? marked) is not { } encoding)
        {
            return new CsvText(content, LineEncodings.Detect(content, Strict(TextEncoding.Gb18030)), 0);
        }

        var text = new CsvText(content, encoding, encoding == marked ? markBytes : 0);
        text.RefuseBrokenCharacters();
        return text;
    }

    public StreamReader Open()
    {
        _content.Position = _markBytes;
        return new StreamReader(_content, _strict, detectEncodingFromByteOrderMarks: false, 32 << 10, leaveOpen: true);
    }

    private static (TextEncoding? Encoding, int Bytes) Mark(Stream content)
    {
        Span<byte> head = stackalloc byte[3];
        content.Position = 0;
        head = head[..content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        return head switch
        {
            [0xEF, 0xBB, 0xBF] => (TextEncoding.Utf8, 3),
            [0xFF, 0xFE, ..] => (TextEncoding.Utf16LittleEndian, 2),
            [0xFE, 0xFF, ..] => (TextEncoding.Utf16BigEndian, 2),
            _ => (null, 0),
        };
    }

    private static Encoding Strict(TextEncoding encoding) => encoding switch
    {
        TextEncoding.Utf8 => new UTF8Encoding(false, throwOnInvalidBytes: true),
        TextEncoding.Utf16LittleEndian => new UnicodeEncoding(false, false, throwOnInvalidBytes: true),
        TextEncoding.Utf16BigEndian => new UnicodeEncoding(true, false, throwOnInvalidBytes: true),
        TextEncoding.Gb18030 => CodePage(54936),
        TextEncoding.Big5 => CodePage(950),
        TextEncoding.Windows1252 => CodePage(1252),
        _ => throw new ArgumentOutOfRangeException(nameof(encoding)),
    };

    private static Encoding CodePage(int page)
        => CodePagesEncodingProvider.Instance.GetEncoding(page, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    private void RefuseBrokenCharacters()
    {
        using var reader = Open();
        var buffer = new char[16 << 10];
        try
        {
            while (reader.Read(buffer) > 0)
            {
            }
        }
        catch (DecoderFallbackException failure)
        {
            // A block that fails is not handed out, so its line is looked for byte by byte.
            throw BrokenAt(LineOfFailure(), failure);
        }
    }

    private int LineOfFailure()
    {
        _content.Position = _markBytes;
        var decoder = _strict.GetDecoder();
        Span<byte> bytes = stackalloc byte[1];
        Span<char> characters = stackalloc char[4];
        var line = 1;
        try
        {
            while (_content.Read(bytes) > 0)
            {
                line += characters[..decoder.GetChars(bytes, characters, flush: false)].Count('\n');
            }
        }
        catch (DecoderFallbackException)
        {
        }

        return line;
    }

    internal static TableRefusedException BrokenAt(int line, Exception? inner = null)
        => new(new Text("第 {0:N0} 行的文字编码与其他行不一致或已损坏。请在 Excel 或 WPS 里另存为“CSV UTF-8”后再导入", line), inner);
}
