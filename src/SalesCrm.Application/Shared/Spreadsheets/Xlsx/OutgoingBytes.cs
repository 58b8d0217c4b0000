using System.Buffers;

namespace SalesCrm.Application.Shared.Spreadsheets.Xlsx;

/// <summary>
/// Stands between a zip and its target. The zip writes synchronously here and there, even in its asynchronous methods, which a
/// response does not allow; so it writes into memory, and what has gathered is sent on from outside.
/// </summary>
internal sealed class OutgoingBytes(Stream target) : Stream
{
    private readonly ArrayBufferWriter<byte> _gathered = new(64 << 10);

    public async Task SendAsync(CancellationToken cancellation)
    {
        if (_gathered.WrittenCount > 0)
        {
            await target.WriteAsync(_gathered.WrittenMemory, cancellation);
            _gathered.ResetWrittenCount();
        }
    }

    public override void Write(ReadOnlySpan<byte> buffer) => _gathered.Write(buffer);

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override bool CanRead => false;
    public override bool CanSeek => false;
    public override bool CanWrite => true;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
}
