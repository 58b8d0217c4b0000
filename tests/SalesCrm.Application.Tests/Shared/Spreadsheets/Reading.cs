using System.Diagnostics;
using System.Text;
using SalesCrm.Application.Shared.Spreadsheets;

namespace SalesCrm.Application.Tests.Shared.Spreadsheets;

/// <summary>How the tests read tables.</summary>
internal static class Reading
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    public static List<TableRow> Rows(Stream content, string name = "表.xlsx", TableLimits? limits = null, TableNotes? notes = null)
    {
        using var file = TableFile.Open(content, name, limits);
        return file.FirstVisible.Rows(notes).ToList();
    }

    public static List<TableRow> Csv(byte[] content, TableLimits? limits = null) => Rows(new MemoryStream(content), "表.csv", limits);

    public static List<TableRow> Csv(string content) => Csv(Encoding.UTF8.GetBytes(content));

    public static string[] Raws(this TableRow row) => row.Cells.Select(cell => cell.Raw).ToArray();

    /// <summary>
    /// Reads all sheets and expects a refusal within two seconds and 150 MB; gives its reason. The time is the best of three,
    /// because others use the machine too.
    /// </summary>
    public static string Refusal(Stream content, string name = "表.xlsx", TableLimits? limits = null)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var (refusal, time) = Refused(content, name, limits);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 150 << 20, $"{(GC.GetAllocatedBytesForCurrentThread() - before) >> 20} MB");
        for (var more = 0; more < 2 && time > Longest; more++)
        {
            time = Refused(content, name, limits).Time;
        }

        Assert.True(time <= Longest, $"{time} {refusal}");
        return refusal;
    }

    private static (string Reason, TimeSpan Time) Refused(Stream content, string name, TableLimits? limits)
    {
        var watch = Stopwatch.StartNew();
        var refusal = Assert.Throws<TableRefusedException>(() => All(content, name, limits));
        return (refusal.Reason.ToString(), watch.Elapsed);
    }

    public static string Refusal(byte[] content, string name, TableLimits? limits = null) => Refusal(new MemoryStream(content), name, limits);

    public static int All(Stream content, string name, TableLimits? limits = null)
    {
        using var file = TableFile.Open(content, name, limits);
        return file.Sheets.Sum(sheet => sheet.Rows().Count());
    }
}
