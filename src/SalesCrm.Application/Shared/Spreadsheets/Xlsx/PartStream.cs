using System.Buffers;
using System.IO.Compression;
using System.Text;

namespace SalesCrm.Application.Shared.Spreadsheets.Xlsx;

/// <summary>
/// The bytes of one unpacked part. Refuses document types, runs without markup that no cell can need, more bytes than declared
/// (the declared sizes were added up before), and a wrong check sum at the end.
/// </summary>
internal sealed class PartStream(ZipArchiveEntry entry, CancellationToken cancellation) : Stream
{
    // One cell holds 32,767 characters, each at most 8 bytes when written as a reference such as &#65533;.
    private const int LongestRun = 512 << 10;
    private const int PrologBytes = 1 << 20;
    private static readonly SearchValues<byte> Markup = SearchValues.Create("<>"u8);
    private static readonly byte[][] Forbidden = [.. new[] { "<!DOCTYPE", "<!ENTITY" }.SelectMany(Spellings)];

    private readonly Stream _inner = entry.Open();
    private readonly Crc32 _sum = new();
    private long _read;
    private int _run;

    public override int Read(Span<byte> buffer)
    {
        cancellation.ThrowIfCancellationRequested();
        var length = _inner.Read(buffer);
        var bytes = (ReadOnlySpan<byte>)buffer[..length];
        if (_read < PrologBytes)
        {
            RefuseDocumentType(bytes);
        }

        _read += length;
        _sum.Append(bytes);
        if (_read > entry.Length || (length == 0 && buffer.Length > 0 && (_read < entry.Length || _sum.Value != entry.Crc32)))
        {
            throw TableRefusedException.Damaged();
        }

        var last = bytes.LastIndexOfAny(Markup);
        _run = last < 0 ? _run + length : length - last;
        return _run <= LongestRun ? length : throw new TableRefusedException("文件里有超长的文字，不像正常的工作簿");
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public void Drain()
    {
        Span<byte> rest = stackalloc byte[4096];
        while (Read(rest) > 0)
        {
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _inner.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>The parser forbids them too; here the person is told that it was this and not damage.</summary>
    private static void RefuseDocumentType(ReadOnlySpan<byte> start)
    {
        foreach (var sign in Forbidden)
        {
            if (start.IndexOf(sign) >= 0)
            {
                throw new TableRefusedException("文件里有不允许的 XML 声明（DTD 或实体），为安全起见不读取");
            }
        }
    }

    private static IEnumerable<byte[]> Spellings(string sign)
        => [Encoding.ASCII.GetBytes(sign), Encoding.Unicode.GetBytes(sign), Encoding.BigEndianUnicode.GetBytes(sign)];

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => _read; set => throw new NotSupportedException(); }
    public override void Flush() => throw new NotSupportedException();
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
