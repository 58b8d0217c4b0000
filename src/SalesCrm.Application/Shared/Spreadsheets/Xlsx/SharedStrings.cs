using System.Buffers.Binary;
using System.Text;
using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Application.Shared.Spreadsheets.Xlsx;

/// <summary>
/// The texts that cells point to. They stay encoded in blocks and become strings one by one when asked for: a tenth of what
/// as many string objects would take, however many there are.
/// </summary>
internal sealed class SharedStrings
{
    private const int Most = 5_000_000;
    private const int BlockBits = 20;
    private const int BlockBytes = 1 << BlockBits;

    private readonly List<byte[]> _blocks = [];
    private readonly List<int> _starts = [];
    private int _used = BlockBytes;

    public int Count => _starts.Count;

    public string this[int index]
    {
        get
        {
            var start = _starts[index];
            var from = _blocks[start >> BlockBits].AsSpan(start & (BlockBytes - 1));
            var length = BinaryPrimitives.ReadInt32LittleEndian(from);
            return EscapedText.Decode(Encoding.UTF8.GetString(from.Slice(sizeof(int), length)));
        }
    }

    public static SharedStrings Load(XlsxPackage package, string? part, int mostCharacters)
    {
        var strings = new SharedStrings();
        using var reader = part is null ? null : package.Read(part);
        while (reader?.NextElement() == true)
        {
            if (reader.Xml.LocalName != "si")
            {
                continue;
            }

            var text = RichText.Runs(reader.Xml);
            if (text.Length > mostCharacters && EscapedText.Decode(text).Length > mostCharacters)
            {
                throw new TableRefusedException(new Text("第 {0:N0} 条文字太长：一个单元格最多 {1:N0} 个字", strings.Count + 1, mostCharacters));
            }

            strings.Add(text);
        }

        reader?.Finish();
        return strings;
    }

    private void Add(string text)
    {
        if (_starts.Count == Most)
        {
            throw new TableRefusedException("文件里的文字太多，请拆成几个文件再导入");
        }

        var length = Encoding.UTF8.GetByteCount(text);
        if (_used + sizeof(int) + length > BlockBytes)
        {
            _blocks.Add(new byte[BlockBytes]);
            _used = 0;
        }

        var to = _blocks[^1].AsSpan(_used);
        BinaryPrimitives.WriteInt32LittleEndian(to, length);
        Encoding.UTF8.GetBytes(text, to[sizeof(int)..]);
        _starts.Add(((_blocks.Count - 1) << BlockBits) | _used);
        _used += sizeof(int) + length;
    }
}
