using System.Diagnostics;
using System.Globalization;
using System.Text;
using SalesCrm.Application.Shared.Spreadsheets;

namespace SalesCrm.Application.Tests.Shared.Spreadsheets;

[Collection(TimedCollection.Name)]
public sealed class LargeTableTests
{
    [Fact]
    public async Task Writes_a_hundred_thousand_rows_in_six_seconds_and_constant_memory()
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (most, drawn) = (0L, 0);
        var rows = Rows(100_000, 12).Select((row, number) =>
        {
            drawn = number;
            most = number % 20_000 == 0 ? Math.Max(most, GC.GetTotalMemory(forceFullCollection: true)) : most;
            return row;
        });
        var watch = Stopwatch.StartNew();
        var target = new CountingStream(() => drawn);
        await XlsxFile.WriteAsync(target, new SheetTable("客户", Columns(12), rows));

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(6));
        Assert.InRange(most - before, long.MinValue, 10 << 20);
        Assert.InRange(target.Bytes, 1 << 20, 20 << 20);
        Assert.InRange(target.RowsBeforeFirstByte!.Value, 0, 2_000);
    }

    [Fact]
    public async Task Reads_ten_thousand_rows_of_twenty_columns_within_60_MB()
    {
        var (count, growth) = Grown(await WritingTests.Workbook(new SheetTable("客户", Columns(20), Rows(10_000, 20))));

        Assert.Equal(10_001, count);
        Assert.InRange(growth, long.MinValue, 10 << 20);
    }

    [Fact]
    public void Reads_two_hundred_thousand_rows_of_shared_texts_as_a_stream()
    {
        const int Most = 200_000;
        var workbook = new CraftedWorkbook()
            .With("xl/sharedStrings.xml", stream => Write(stream, "<sst>", number => $"<si><t>客户名称{number}</t></si>", Most * 2, "</sst>"))
            .With(CraftedWorkbook.SheetPart, stream => Write(stream, "<worksheet><sheetData>",
                number => $"<row><c t=\"s\"><v>{number}</v></c><c t=\"s\"><v>{number + Most}</v></c><c><v>{number}</v></c></row>", Most, "</sheetData></worksheet>"));
        var (count, growth) = Grown(workbook.Build());

        Assert.Equal(Most, count);
        Assert.InRange(growth, long.MinValue, 30 << 20);
    }

    [Fact]
    public void Can_be_stopped()
    {
        using var cancellation = new CancellationTokenSource();
        using var file = TableFile.Open(new MemoryStream(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("a,b\n", 100_000)))), "a.csv");
        var rows = file.FirstVisible.Rows(cancellation: cancellation.Token).GetEnumerator();
        rows.MoveNext();
        cancellation.Cancel();

        Assert.Throws<OperationCanceledException>(() =>
        {
            while (rows.MoveNext())
            {
            }
        });
    }

    /// <summary>What is held at most while the rows go by, apart from the file itself.</summary>
    private static (int Count, long Growth) Grown(MemoryStream content)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (count, most) = (0, 0L);
        using var file = TableFile.Open(content, "a.xlsx");
        foreach (var _ in file.FirstVisible.Rows())
        {
            if (count++ % 5_000 == 0)
            {
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true));
            }
        }

        return (count, most - before);
    }

    private static void Write(Stream stream, string before, Func<int, string> unit, int times, string after)
    {
        using var writer = new StreamWriter(stream);
        writer.Write(before);
        for (var number = 0; number < times; number++)
        {
            writer.Write(unit(number));
        }

        writer.Write(after);
    }

    private static SheetColumn[] Columns(int count) => Enumerable.Range(1, count).Select(number => new SheetColumn($"列 {number}")).ToArray();

    private static IEnumerable<IReadOnlyList<SheetCell>> Rows(int rows, int columns)
    {
        for (var row = 0; row < rows; row++)
        {
            var cells = new SheetCell[columns];
            for (var column = 0; column < columns; column++)
            {
                cells[column] = (column % 4) switch
                {
                    0 => $"客户名称 {row.ToString(CultureInfo.InvariantCulture)}",
                    1 => SheetCell.Of(row * 1.25m, NumberStyle.Money),
                    2 => new DateOnly(2026, 1, 1).AddDays(row % 365),
                    _ => "13800138000",
                };
            }

            yield return cells;
        }
    }

    private sealed class CountingStream(Func<int> rowsDrawn) : MemoryStream
    {
        public long Bytes { get; private set; }

        public int? RowsBeforeFirstByte { get; private set; }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Bytes += buffer.Length;
            RowsBeforeFirstByte ??= rowsDrawn();
            return ValueTask.CompletedTask;
        }
    }
}
