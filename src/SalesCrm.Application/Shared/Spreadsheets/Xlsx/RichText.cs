using System.Text;
using System.Xml;

namespace SalesCrm.Application.Shared.Spreadsheets.Xlsx;

/// <summary>Collects the text of the element a reader stands on, and leaves the reader at its end.</summary>
internal static class RichText
{
    /// <summary>The text of a value element.</summary>
    public static string Plain(XmlReader xml)
    {
        if (xml.IsEmptyElement)
        {
            return "";
        }

        var depth = xml.Depth;
        var text = new Pieces();
        while (xml.Read() && xml.Depth > depth)
        {
            if (IsText(xml))
            {
                text.Add(xml.Value);
            }
        }

        return text.Joined;
    }

    /// <summary>All runs of a formatted text, without the reading aids (phonetics) that East Asian files carry.</summary>
    public static string Runs(XmlReader xml)
    {
        if (xml.IsEmptyElement)
        {
            return "";
        }

        var depth = xml.Depth;
        var text = new Pieces();
        var aid = int.MaxValue;
        var inText = false;
        while (xml.Read() && xml.Depth > depth)
        {
            switch (xml.NodeType)
            {
                case XmlNodeType.Element when xml.LocalName == "rPh" && !xml.IsEmptyElement && aid == int.MaxValue:
                    aid = xml.Depth;
                    break;
                case XmlNodeType.EndElement when xml.Depth == aid:
                    aid = int.MaxValue;
                    break;
                case XmlNodeType.Element or XmlNodeType.EndElement:
                    inText = xml.NodeType == XmlNodeType.Element && xml.LocalName == "t" && !xml.IsEmptyElement;
                    break;
                default:
                    if (inText && aid == int.MaxValue && IsText(xml))
                    {
                        text.Add(xml.Value);
                    }

                    break;
            }
        }

        return text.Joined;
    }

    private static bool IsText(XmlReader xml)
        => xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace;

    /// <summary>Mostly one piece; a text in very many is ended by the length that no cell reaches.</summary>
    private struct Pieces
    {
        private const int MostEscaped = 7 * 32_767;
        private string? _first;
        private StringBuilder? _all;

        public readonly string Joined => _all?.ToString() ?? _first ?? "";

        public void Add(string piece)
        {
            if (_first is null)
            {
                _first = piece;
                return;
            }

            _all = (_all ?? new StringBuilder(_first)).Append(piece);
            if (_all.Length > MostEscaped)
            {
                throw new TableRefusedException("文件里有超长的文字，不像正常的工作簿");
            }
        }
    }
}
