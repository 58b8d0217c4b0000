using System.IO.Compression;
using System.Text;
using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Application.Attachments;

/// <summary>Which files may be attached: an ending of the list, and a content that begins as such a file does.</summary>
internal static class FileKinds
{
    /// <summary>Bytes of one file.</summary>
    public const int Largest = 20 * 1024 * 1024;

    private static readonly Dictionary<string, Func<byte[], bool>> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        [".pdf"] = content => Begins(content, "%PDF-"u8),
        [".png"] = content => Begins(content, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
        [".jpg"] = IsJpeg,
        [".jpeg"] = IsJpeg,
        [".gif"] = content => Begins(content, "GIF8"u8),
        [".webp"] = content => Begins(content, "RIFF"u8) && content.Length > 12 && content.AsSpan(8, 4).SequenceEqual("WEBP"u8),
        [".docx"] = content => IsOffice(content, "word/"),
        [".xlsx"] = content => IsOffice(content, "xl/"),
        [".pptx"] = content => IsOffice(content, "ppt/"),
        [".doc"] = IsOldOffice,
        [".xls"] = IsOldOffice,
        [".ppt"] = IsOldOffice,
        [".txt"] = IsText,
        [".csv"] = IsText,
    };

    /// <summary>As a file field names them.</summary>
    public static string Accept { get; } = string.Join(',', Kinds.Keys);

    /// <summary>Why this file cannot be attached; null when it can.</summary>
    public static Text? ProblemOf(string name, byte[] content) => content.Length switch
    {
        _ when !Kinds.TryGetValue(Path.GetExtension(name), out _) => new Text("“{0}”不是可以上传的类型：PDF、Word、Excel、PPT、图片、TXT、CSV", name),
        0 => new Text("“{0}”是空文件", name),
        > Largest => new Text("“{0}”超过 20 MB", name),
        _ when !Kinds[Path.GetExtension(name)](content) => new Text("“{0}”的内容和扩展名不符，没有保存", name),
        _ => default(Text?),
    };

    private static bool Begins(byte[] content, ReadOnlySpan<byte> signature) => content.AsSpan().StartsWith(signature);

    private static bool IsJpeg(byte[] content) => Begins(content, [0xFF, 0xD8, 0xFF]);

    private static bool IsOldOffice(byte[] content) => Begins(content, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);

    /// <summary>A package of this application without macros; only its list of contents is read.</summary>
    private static bool IsOffice(byte[] content, string folder)
    {
        if (!Begins(content, "PK\x03\x04"u8))
        {
            return false;
        }

        try
        {
            using var package = new ZipArchive(new MemoryStream(content, writable: false), ZipArchiveMode.Read);
            return package.Entries.Count < 10_000
                && package.GetEntry("[Content_Types].xml") is not null
                && package.Entries.Any(entry => entry.FullName.StartsWith(folder, StringComparison.OrdinalIgnoreCase))
                && !package.Entries.Any(entry => entry.Name.StartsWith("vbaProject", StringComparison.OrdinalIgnoreCase));
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    /// <summary>Text in UTF-8, or in an alphabet of which only control characters can be excluded (GB 18030).</summary>
    private static bool IsText(byte[] content)
    {
        if (Array.Exists(content, unit => unit < 0x20 && unit is not (0x09 or 0x0A or 0x0C or 0x0D)))
        {
            return false;
        }

        var start = Encoding.Latin1.GetString(content, 0, Math.Min(content.Length, 512)).TrimStart('ï', '»', '¿', ' ', '\t', '\r', '\n');
        return !start.StartsWith("<!", StringComparison.Ordinal) && !start.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
            && !start.StartsWith("<script", StringComparison.OrdinalIgnoreCase) && !start.StartsWith("<svg", StringComparison.OrdinalIgnoreCase);
    }
}
