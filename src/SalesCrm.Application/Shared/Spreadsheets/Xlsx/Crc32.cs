using System.Buffers.Binary;

namespace SalesCrm.Application.Shared.Spreadsheets.Xlsx;

/// <summary>The check sum of zip files (polynomial 0xEDB88320), four bytes at a time: reading a zip does not check it by itself.</summary>
internal sealed class Crc32
{
    private static readonly uint[][] Tables = Build();
    private uint _state = uint.MaxValue;

    public uint Value => ~_state;

    public void Append(ReadOnlySpan<byte> bytes)
    {
        var (t0, t1, t2, t3) = (Tables[0], Tables[1], Tables[2], Tables[3]);
        var state = _state;
        for (; bytes.Length >= sizeof(uint); bytes = bytes[sizeof(uint)..])
        {
            state ^= BinaryPrimitives.ReadUInt32LittleEndian(bytes);
            state = t3[state & 0xFF] ^ t2[(state >> 8) & 0xFF] ^ t1[(state >> 16) & 0xFF] ^ t0[state >> 24];
        }

        foreach (var value in bytes)
        {
            state = t0[(state ^ value) & 0xFF] ^ (state >> 8);
        }

        _state = state;
    }

    private static uint[][] Build()
    {
        var tables = new[] { new uint[256], new uint[256], new uint[256], new uint[256] };
        for (var index = 0u; index < 256; index++)
        {
            var sum = index;
            for (var bit = 0; bit < 8; bit++)
            {
                sum = (sum & 1) == 0 ? sum >> 1 : (sum >> 1) ^ 0xEDB88320;
            }

            tables[0][index] = sum;
        }

        for (var index = 0; index < 256; index++)
        {
            for (var step = 1; step < 4; step++)
            {
                var before = tables[step - 1][index];
                tables[step][index] = (before >> 8) ^ tables[0][before & 0xFF];
            }
        }

        return tables;
    }
}
