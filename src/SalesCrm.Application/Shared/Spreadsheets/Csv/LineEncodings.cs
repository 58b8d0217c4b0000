using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace SalesCrm.Application.Shared.Spreadsheets.Csv;

/// <summary>
/// Tells UTF-8 from GB18030 and from Windows-1252 line by line. GB18030 accepts nearly every UTF-8 file and turns it into other characters, so a file
/// in which some lines are sound UTF-8 Chinese and others are not is refused instead of guessed at.
/// </summary>
internal sealed class LineEncodings
{
    private const int LongestLine = 10 << 20;
    private int _utf8;
    private int _other;
    private int _firstUtf8;
    private int _firstOther;
    private int _runs;
    private int _lonely;

    public static TextEncoding Detect(Stream content, Encoding gb18030)
    {
        var seen = new LineEncodings();
        var number = 0;
        var brokenGb = 0;
        foreach (var line in Lines(content))
        {
            number++;
            if (!seen.Count(line.Span, number) && brokenGb == 0 && !Decodes(gb18030, line.Span))
            {
                brokenGb = number;
            }
        }

        if (seen._other == 0)
        {
            return TextEncoding.Utf8;
        }

        if (seen._utf8 > 0)
        {
            throw CsvText.BrokenAt(seen._utf8 >= seen._other ? seen._firstOther : seen._firstUtf8);
        }

        if (2 * seen._lonely > seen._runs)
        {
            return TextEncoding.Windows1252;
        }

        return brokenGb == 0 ? TextEncoding.Gb18030 : throw CsvText.BrokenAt(brokenGb);
    }

    /// <summary>True when the line is sound UTF-8.</summary>
    private bool Count(ReadOnlySpan<byte> line, int number)
    {
        var sound = Utf8.IsValid(line);
        var (han, broken) = Ascii.IsValid(line) ? (0, 0) : Characters(line);
        if (sound)
        {
            // Two bytes that mean one character in GB18030 can by chance be sound UTF-8; two whole characters hardly ever are.
            if (han >= 2 && _utf8++ == 0)
            {
                _firstUtf8 = number;
            }

            return true;
        }

        if (han > 2 * broken)
        {
            throw CsvText.BrokenAt(number);
        }

        CountRuns(line);
        if (_other++ == 0)
        {
            _firstOther = number;
        }

        return false;
    }

    /// <summary>Chinese characters are two bytes beyond ASCII, mostly several in a row; umlauts and accents are one, between plain letters.</summary>
    private void CountRuns(ReadOnlySpan<byte> line)
    {
        while (line.IndexOfAnyInRange((byte)0x80, (byte)0xFF) is var start && start >= 0)
        {
            line = line[start..];
            var length = line.IndexOfAnyInRange((byte)0, (byte)0x7F) is var end && end >= 0 ? end : line.Length;
            _runs++;
            _lonely += length == 1 ? 1 : 0;
            line = line[length..];
        }
    }

    private static (int Han, int Broken) Characters(ReadOnlySpan<byte> line)
    {
        var (han, broken) = (0, 0);
        while (line.Length > 0)
        {
            if (Rune.DecodeFromUtf8(line, out var rune, out var bytes) != OperationStatus.Done)
            {
                broken++;
            }
            else if (rune.Value is (>= 0x3000 and <= 0x303F) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xFF00 and <= 0xFFEF))
            {
                han++;
            }

            line = line[bytes..];
        }

        return (han, broken);
    }

    private static bool Decodes(Encoding encoding, ReadOnlySpan<byte> line)
    {
        try
        {
            encoding.GetCharCount(line);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static IEnumerable<ReadOnlyMemory<byte>> Lines(Stream content)
    {
        var buffer = new byte[64 << 10];
        var kept = 0;
        var line = 1;
        content.Position = 0;
        while (content.Read(buffer, kept, buffer.Length - kept) is var read && read > 0)
        {
            if (buffer.AsSpan(kept, read).Contains((byte)0))
            {
                throw new TableRefusedException("这不是文本文件，或使用了不带标记的 UTF-16 编码。请另存为“CSV UTF-8”后再导入");
            }

            var (start, end) = (0, kept + read);
            while (buffer.AsSpan(start, end - start).IndexOf((byte)'\n') is var at && at >= 0)
            {
                yield return buffer.AsMemory(start, at);
                start += at + 1;
                line++;
            }

            kept = end - start;
            buffer.AsSpan(start, kept).CopyTo(buffer);
            if (kept > LongestLine)
            {
                throw new TableRefusedException(new("第 {0:N0} 行太长，不像表格", line));
            }

            if (kept == buffer.Length)
            {
                Array.Resize(ref buffer, buffer.Length * 2);
            }
        }

        yield return buffer.AsMemory(0, kept);
    }
}
