using System.Security.Cryptography;
using System.Text;
using SalesCrm.Application.Imports.Mapping;
using SalesCrm.Application.Imports.Rows;
using SalesCrm.Application.Imports.Running;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Spreadsheets;
using SalesCrm.Testing;

namespace SalesCrm.Application.Tests.Imports;

/// <summary>Files put together in a test, and files at hand, through the engine.</summary>
internal static class Importing
{
    public static string Example(string name)
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            var file = Path.Combine(at.FullName, "docs", "examples", name);
            if (File.Exists(file))
            {
                return File.ReadAllText(file);
            }
        }

        throw new FileNotFoundException(name);
    }

    public static byte[] Csv(params string[] lines) => Encoding.UTF8.GetBytes(string.Join("\r\n", lines) + "\r\n");

    public static async Task<byte[]> Workbook(params SheetTable[] sheets)
    {
        using var stream = new MemoryStream();
        await XlsxFile.WriteAsync(stream, sheets);
        return stream.ToArray();
    }

    public static Task<ImportReport> CommitAsync(this TestDatabase database, MappingProfile profile, byte[] content, string fileName = "导入.csv", Actor? actor = null, bool allOrNothing = false, string? sheet = null)
        => database.RunAsync(profile, content, fileName, sheet, (run, order) => run.CommitAsync(order, new CommitChoice(allOrNothing), actor ?? Actor.System, null, CancellationToken.None));

    public static Task<ImportReport> CheckAsync(this TestDatabase database, MappingProfile profile, byte[] content, string fileName = "导入.csv", Actor? actor = null, string? sheet = null)
        => database.RunAsync(profile, content, fileName, sheet, (run, order) => run.CheckAsync(order, actor ?? Actor.System, null, CancellationToken.None));

    public static MappingProfile Kind(string kind, params string[] create) => new() { Kind = kind, Create = create };

    public static (int Created, int Updated, int Unchanged, int Refused) Counts(this ImportReport report) => (report.Created, report.Updated, report.Unchanged, report.Refused);

    public static string Reason(this ImportReport report) => Assert.Single(Assert.Single(report.Rows, row => row.Outcome == RowOutcome.Refused).Problems).ReasonText.ToString();

    private static async Task<ImportReport> RunAsync(this TestDatabase database, MappingProfile profile, byte[] content, string fileName, string? sheet, Func<RunImport, ImportOrder, Task<ImportReport>> act)
    {
        using var stream = new MemoryStream(content);
        using var file = TableFile.Open(stream, fileName);
        var order = new ImportOrder(file, sheet, profile, fileName, Convert.ToHexStringLower(SHA256.HashData(content)));
        return await database.With<RunImport, ImportReport>(run => act(run, order));
    }
}
