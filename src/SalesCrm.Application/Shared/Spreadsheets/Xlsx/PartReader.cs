using System.IO.Compression;
using System.Xml;

namespace SalesCrm.Application.Shared.Spreadsheets.Xlsx;

/// <summary>An XML part opened for reading once, without document type, entities or anything from outside.</summary>
internal sealed class PartReader : IDisposable
{
    private readonly PartStream _stream;

    public PartReader(ZipArchiveEntry entry, CancellationToken cancellation)
    {
        _stream = new PartStream(entry, cancellation);
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            IgnoreWhitespace = true,
            CloseInput = true,
            NameTable = new BoundedNames(),
        };
        try
        {
            Xml = XmlReader.Create(_stream, settings);
        }
        catch
        {
            _stream.Dispose();
            throw;
        }
    }

    public XmlReader Xml { get; }

    /// <summary>Moves to the start of the next element; false at the end of the part.</summary>
    public bool NextElement()
    {
        while (Xml.Read())
        {
            if (Xml.NodeType == XmlNodeType.Element)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Reads to the end, where the check sum shows whether the part arrived whole.</summary>
    public void Finish()
    {
        while (Xml.Read())
        {
        }

        _stream.Drain();
    }

    public void Dispose() => Xml.Dispose();

    /// <summary>A document made of ever new names would fill the memory with them.</summary>
    private sealed class BoundedNames : NameTable
    {
        private const int Most = 10_000;
        private int _count;

        public override string Add(char[] key, int start, int len) => Get(key, start, len) ?? Counted(base.Add(key, start, len));

        public override string Add(string key) => Get(key) ?? Counted(base.Add(key));

        private string Counted(string name) => ++_count <= Most ? name : throw TableRefusedException.Damaged();
    }
}
