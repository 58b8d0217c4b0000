using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using SalesCrm.Application.Shared.Spreadsheets;

namespace SalesCrm.Application.Tests.Shared.Spreadsheets;

/// <summary>Good files with random damage: each is read or refused, soon, and nothing else happens.</summary>
[Collection(TimedCollection.Name)]
public sealed class MutantTests
{
    private static readonly char[] Digits = [.. "0123456789"];

    private static readonly string[] Snippets =
        ["<", ">", "\"", "&#0;", "&#xD800;", "&x;", "</row>", "<row>", "<c r=\"ZZZZ9\">", "<v>1e400</v>", "-1", "99999999999999999999", "\0", "<![CDATA[", "xmlns:a=\"b\"", "]]>"];

    [Fact]
    public async Task Two_thousand_damaged_workbooks()
    {
        var random = new Random(20_260_301);
        var good = (await WritingTests.Workbook(Table())).ToArray();
        var crafted = new CraftedWorkbook().Formats("0", "14", "yyyy-mm").Rows(string.Concat(Enumerable.Range(1, 50).Select(row =>
            $"""<row r="{row}"><c r="A{row}" t="s"><v>1</v></c><c r="B{row}" s="1"><v>45000</v></c><c r="C{row}" t="inlineStr"><is><r><t>甲</t></r></is></c></row>"""))).Build().ToArray();
        var read = 0;
        for (var number = 0; number < 2_000; number++)
        {
            var seed = number % 8 < 4 ? good : crafted;
            read += Survives(number % 4 == 0 ? Bytes(seed, random) : Parts(seed, random), "a.xlsx", number);
        }

        // With fewer still readable, the damage would be so great that only the first checks are tried.
        Assert.InRange(read, 600, 1_900);
    }

    [Fact]
    public void A_thousand_damaged_texts()
    {
        var random = new Random(7);
        var gb = CodePagesEncodingProvider.Instance.GetEncoding(54936)!;
        var text = string.Concat(Enumerable.Range(1, 60).Select(row => $"客户{row},\"地址\n{row}\",'=1\r\n"));
        var read = 0;
        for (var number = 0; number < 1_000; number++)
        {
            read += Survives(Bytes(number % 2 == 0 ? Encoding.UTF8.GetBytes(text) : gb.GetBytes(text), random), "a.csv", number);
        }

        Assert.InRange(read, 100, 990);
    }

    private static int Survives(byte[] file, string name, int number)
    {
        var watch = Stopwatch.StartNew();
        var failure = Record.Exception(() => Reading.All(new MemoryStream(file), name));
        Assert.True(failure is null or TableRefusedException, $"{number}: {failure}");
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"{number}: {watch.Elapsed}");
        return failure is null ? 1 : 0;
    }

    private static byte[] Bytes(byte[] file, Random random)
    {
        var mutant = file.ToList();
        for (var times = random.Next(1, 4); times > 0; times--)
        {
            var at = random.Next(mutant.Count);
            switch (random.Next(4))
            {
                case 0:
                    mutant[at] = (byte)random.Next(256);
                    break;
                case 1:
                    mutant[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 2:
                    mutant.RemoveRange(at, Math.Min(random.Next(1, 40), mutant.Count - at - 1));
                    break;
                default:
                    mutant.InsertRange(at, mutant.GetRange(at, Math.Min(random.Next(1, 200), mutant.Count - at)));
                    break;
            }
        }

        return [.. mutant];
    }

    /// <summary>Damage inside the parts, zipped again, so that it gets past the check sums.</summary>
    private static byte[] Parts(byte[] file, Random random)
    {
        var mutant = new MemoryStream();
        using (var from = new ZipArchive(new MemoryStream(file)))
        using (var to = new ZipArchive(mutant, ZipArchiveMode.Create, leaveOpen: true))
        {
            var victim = random.Next(from.Entries.Count);
            foreach (var (index, entry) in from.Entries.Index())
            {
                using var reader = new StreamReader(entry.Open());
                var text = reader.ReadToEnd();
                if (index == victim)
                {
                    text = Damaged(text, random);
                }

                using var writer = to.CreateEntry(entry.FullName, CompressionLevel.Fastest).Open();
                writer.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return mutant.ToArray();
    }

    private static string Damaged(string text, Random random)
    {
        var at = random.Next(text.Length);
        return random.Next(6) switch
        {
            4 or 5 when text.IndexOfAny(Digits, at) is var digit and >= 0 => string.Concat(text.AsSpan(0, digit), [(char)random.Next('0', ':')], text.AsSpan(digit + 1)),
            0 => text.Insert(at, Snippets[random.Next(Snippets.Length)]),
            1 => text.Remove(at, Math.Min(random.Next(1, 30), text.Length - at)),
            2 => text.Insert(at, text.Substring(at, Math.Min(random.Next(1, 300), text.Length - at))),
            _ => string.Concat(text.AsSpan(0, at), [(char)random.Next(32, 127)], text.AsSpan(at + 1)),
        };
    }

    private static SheetTable Table()
        => new("客户", ["名称", "金额", "日期"], Enumerable.Range(1, 50).Select(row => (IReadOnlyList<SheetCell>)[$"客户 {row}", row * 1.5m, new DateOnly(2026, 1, 1).AddDays(row)]));
}
