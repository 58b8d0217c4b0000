using System.Globalization;
using System.Text;

namespace SalesCrm.Web.Hosting;

/// <summary>
/// Characters that nobody sees and nobody means: control characters, and marks that turn the direction of the text around them. They come along
/// when text is pasted. Addresses and forms lose them before anything reads them; the platform would not even open a form with a NUL in it.
/// </summary>
public static class InvisibleInput
{
    /// <summary>The longest of them as a form sends it: %E2%80%AA.</summary>
    internal const int Longest = 9;

    public static IApplicationBuilder UseVisibleInput(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var request = context.Request;
        if (request.QueryString.Value is { Length: > 0 } query && Without(query) is var cleaned && cleaned.Length < query.Length)
        {
            request.QueryString = new QueryString(cleaned);
        }

        if (request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true)
        {
            request.Body = new VisibleForm(request.Body);
        }

        return next(context);
    });

    /// <summary>The query without them, however often taking one out brings another together.</summary>
    private static string Without(string query)
    {
        var text = Encoding.UTF8.GetBytes(query);
        for (var before = int.MaxValue; text.Length < before;)
        {
            before = text.Length;
            text = text[..Drop(text, isLast: true).Kept];
        }

        return Encoding.UTF8.GetString(text);
    }

    /// <summary>Takes them out of a piece of encoded text, in its place.</summary>
    /// <returns>How much is left at its beginning, and how much of its end has to wait for the next piece.</returns>
    internal static (int Kept, int Waiting) Drop(Span<byte> text, bool isLast)
    {
        var kept = 0;
        for (var at = 0; at < text.Length;)
        {
            if (text[at] == '%')
            {
                if (!isLast && text.Length - at < Longest)
                {
                    return (kept, text.Length - at);
                }

                if (LengthAt(text[at..]) is > 0 and var length)
                {
                    at += length;
                    continue;
                }
            }

            text[kept++] = text[at++];
        }

        return (kept, 0);
    }

    private static int LengthAt(ReadOnlySpan<byte> text) => ByteAt(text, 0) switch
    {
        '\t' or '\n' or '\r' => 0,
        >= 0 and < ' ' or 0x7F => 3,
        0xD8 when ByteAt(text, 3) is 0x9C => 6,
        0xE2 when (ByteAt(text, 3), ByteAt(text, 6)) is (0x80, 0x8E or 0x8F or >= 0xAA and <= 0xAE) or (0x81, >= 0xA6 and <= 0xA9) => Longest,
        _ => 0,
    };

    /// <summary>What %XX stands for; −1 where there is none.</summary>
    private static int ByteAt(ReadOnlySpan<byte> text, int at)
        => text.Length >= at + 3 && text[at] == '%' && byte.TryParse(text.Slice(at + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value) ? value : -1;
}

/// <summary>The body of a form as it is read, without what <see cref="InvisibleInput"/> takes out.</summary>
internal sealed class VisibleForm(Stream body) : Stream
{
    private readonly byte[] _piece = new byte[4096];
    private ReadOnlyMemory<byte> _ready;
    private ReadOnlyMemory<byte> _waiting;
    private bool _hasEnded;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (_ready.Length == 0 && !_hasEnded)
        {
            _waiting.CopyTo(_piece);
            var count = await body.ReadAsync(_piece.AsMemory(_waiting.Length), cancellationToken);
            _hasEnded = count == 0;
            var text = _piece.AsMemory(0, _waiting.Length + count);
            var (kept, waiting) = InvisibleInput.Drop(text.Span, _hasEnded);
            (_ready, _waiting) = (text[..kept], text[^waiting..].ToArray());
        }

        var some = _ready[..Math.Min(_ready.Length, buffer.Length)];
        some.CopyTo(buffer);
        _ready = _ready[some.Length..];
        return some.Length;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Forms are read asynchronously.");

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
