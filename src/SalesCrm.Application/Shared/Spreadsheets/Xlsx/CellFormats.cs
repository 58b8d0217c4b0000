using System.Globalization;

namespace SalesCrm.Application.Shared.Spreadsheets.Xlsx;

/// <summary>What the number formats of a workbook make of a number, by the index that cells carry.</summary>
internal sealed class CellFormats
{
    private const int Most = 200_000;
    private readonly List<NumberMeaning> _cells = [];

    public NumberMeaning this[int index] => (uint)index < (uint)_cells.Count ? _cells[index] : NumberMeaning.Number;

    public static CellFormats Load(XlsxPackage package, string? part)
    {
        var formats = new CellFormats();
        var own = new Dictionary<int, NumberMeaning>();
        var inCells = false;
        using var reader = part is null ? null : package.Read(part);
        while (reader?.NextElement() == true)
        {
            var xml = reader.Xml;
            switch (xml.LocalName)
            {
                case "numFmt":
                    own.TryAdd(Number(xml.GetAttribute("numFmtId")), NumberFormat.MeaningOf(xml.GetAttribute("formatCode") ?? ""));
                    break;
                case "cellXfs" or "cellStyleXfs" or "cellStyles" or "dxfs":
                    inCells = xml.LocalName == "cellXfs";
                    break;
                case "xf" when inCells:
                    var id = Number(xml.GetAttribute("numFmtId"));
                    formats._cells.Add(own.TryGetValue(id, out var meaning) ? meaning : NumberFormat.MeaningOf(id));
                    break;
            }

            if (formats._cells.Count > Most || own.Count > Most)
            {
                throw new TableRefusedException("文件里的格式太多，不像正常的工作簿");
            }
        }

        reader?.Finish();
        return formats;
    }

    private static int Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
