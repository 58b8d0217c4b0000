using System.IO.Compression;
using System.Xml;
using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Application.Shared.Spreadsheets.Xlsx;

/// <summary>The zip around a workbook. It is looked over as a whole before any part is unpacked for its content.</summary>
internal sealed class XlsxPackage : IDisposable
{
    private static readonly byte[] EntrySignature = [0x50, 0x4B, 0x01, 0x02];
    private static readonly string[] Archives = [".zip", ".rar", ".7z", ".gz", ".tgz", ".tar", ".bz2", ".xz", ".jar", ".xlsx", ".xlsm", ".docx", ".pptx"];

    private readonly ZipArchive _zip;
    private readonly Dictionary<string, ZipArchiveEntry> _parts = new(StringComparer.OrdinalIgnoreCase);

    private XlsxPackage(ZipArchive zip) => _zip = zip;

    public static XlsxPackage Open(Stream content, TableLimits limits)
    {
        // The archive class lists every entry at once, so a bomb of entries must be found before it.
        if (ByteScan.Count(content, EntrySignature, limits.Entries + 1) > limits.Entries)
        {
            throw new TableRefusedException(new Text("文件里的部件超过 {0:N0} 个，不像正常的工作簿", limits.Entries));
        }

        content.Position = 0;
        var package = new XlsxPackage(new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true));
        try
        {
            package.Index(limits);
            package.RefuseDocumentTypes();
            return package;
        }
        catch
        {
            package.Dispose();
            throw;
        }
    }

    public bool Has(string part) => _parts.ContainsKey(part);

    /// <summary>Reads a part as XML without entities; null when there is no such part.</summary>
    public PartReader? Read(string part, CancellationToken cancellation = default)
        => _parts.TryGetValue(part, out var entry) ? new PartReader(entry, cancellation) : null;

    public void Dispose() => _zip.Dispose();

    private void Index(TableLimits limits)
    {
        long unpacked = 0;
        foreach (var entry in _zip.Entries)
        {
            unpacked = checked(unpacked + entry.Length);
            var name = entry.FullName.Replace('\\', '/').TrimStart('/');
            if (name.Split('/').Contains("..") || name.AsSpan().IndexOfAny(':', '\0') >= 0)
            {
                throw new TableRefusedException("文件里有不安全的路径，不像正常的工作簿");
            }

            if (entry.IsEncrypted)
            {
                throw new TableRefusedException("文件有打开密码，请先取消密码再导入");
            }

            RefuseNested(name);
            if (!name.EndsWith('/') && name.Length > 0 && !_parts.TryAdd(name, entry))
            {
                throw new TableRefusedException("文件里有重名的部件，不像正常的工作簿");
            }
        }

        if (unpacked > limits.UnpackedBytes)
        {
            throw new TableRefusedException(new Text("文件解压后太大：{0:N0} MB，最多 {1:N0} MB", unpacked / 1048576d, limits.UnpackedBytes / 1048576d));
        }
    }

    private static void RefuseNested(string name)
    {
        // Documents embedded as objects lie in this folder and are never opened.
        if (!name.StartsWith("xl/embeddings/", StringComparison.OrdinalIgnoreCase)
            && Archives.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)))
        {
            throw new TableRefusedException("压缩包里还有压缩包，不是工作簿");
        }
    }

    /// <summary>Also in parts that are never read: whoever hides entities somewhere is not a customer list.</summary>
    private void RefuseDocumentTypes()
    {
        foreach (var (name, entry) in _parts)
        {
            if (name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase))
            {
                try
                {
                    using var reader = new PartReader(entry, default);
                    reader.Xml.MoveToContent();
                }
                catch (XmlException)
                {
                    // Damaged beyond the question asked here; it is said when the part is needed.
                }
            }
        }
    }
}
