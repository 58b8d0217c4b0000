using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Exports;
using SalesCrm.Application.Imports;
using SalesCrm.Application.Imports.Running;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Spreadsheets;
using SalesCrm.Testing;

namespace SalesCrm.Application.Tests.Imports;

/// <summary>The five tables that a small team keeps come in, go out with the same columns and cells, and come in again without a change.</summary>
public sealed class TemplateRoundTripTests
{
    [SharedFileFact]
    public async Task L01_to_L05_come_back_cell_by_cell()
    {
        await using var database = await TestDatabase.CreateAsync();
        var seed = await File.ReadAllBytesAsync(SharedFiles.PathOf("seed-templates.xlsx"));

        var first = await ImportAsync(database, seed);
        Assert.Equal([(1, 0, 0, 0), (1, 0, 0, 0), (1, 0, 0, 0), (1, 0, 0, 0), (4, 0, 0, 0)], first.Select(sheet => sheet.Report.Counts()));
        Assert.All((await ImportAsync(database, seed)).Select(sheet => sheet.Report), report => Assert.Equal(report.Total, report.Unchanged));

        var exported = await ExportAsync(database);
        Assert.All((await ImportAsync(database, exported)).Select(sheet => sheet.Report), report => Assert.Equal(report.Total, report.Unchanged));

        var (before, after) = (Tables(seed), Tables(exported));
        foreach (var template in Templates.All)
        {
            Assert.Equal(before[template.Name][0], after[template.Name][0]);
            foreach (var row in before[template.Name])
            {
                Assert.Contains(row, after[template.Name]);
            }
        }

        Assert.Equal(2, after["销售机会跟进表"].Count);
        Assert.Equal(2, after["客户回访记录表"].Count);
        Assert.Equal(2, after["销售数据分析表(季度)"].Count);
    }

    [SharedFileFact]
    public async Task Cells_become_what_they_mean()
    {
        await using var database = await TestDatabase.CreateAsync();
        await ImportAsync(database, await File.ReadAllBytesAsync(SharedFiles.PathOf("seed-templates.xlsx")));

        var customer = await database.Read(db => db.Customers.Include(c => c.Contacts).Include(c => c.Owner).SingleAsync(c => c.Name == "*科技有限公司"));
        Assert.Equal((20, 50_000m, new DateOnly(2024, 3, 20)), (customer.NeedQuantity!.Value, customer.Budget!.Value, customer.NextFollowUpOn!.Value));
        Assert.Equal(("采购经理", "xxxx5678", ""), (customer.Contacts.Single().Title, customer.Contacts.Single().Phone, customer.Contacts.Single().Name));
        Assert.Equal((Application.Grading.Grade.B, Application.Grading.Grade.D), (customer.Grade, customer.CalculatedGrade));
        Assert.Equal(("*经理", null), (customer.Owner!.DisplayName, customer.Owner.PasswordHash));

        var opportunity = await database.Read(db => db.Opportunities.Include(o => o.Milestones).SingleAsync());
        Assert.Equal((Application.Opportunities.StageCode.Proposal, "方案对比", Application.Opportunities.RiskLevel.Medium, "需突出性价比"), (opportunity.Stage, opportunity.StageAlias, opportunity.Risk!.Value, opportunity.RiskNote));
        Assert.Equal(new DateOnly(2024, 3, 25), opportunity.Milestones.Single().On);

        var declared = await database.Read(db => db.Customers.SingleAsync(c => c.Name == "客户A"));
        Assert.Equal((5000m, 5, Application.Grading.Grade.A), (declared.DeclaredAmount!.Value, declared.DeclaredDealCount!.Value, declared.Grade));
        Assert.Equal(0, await database.Read(db => db.Deals.CountAsync()));
    }

    internal static async Task<IReadOnlyList<ImportTemplates.SheetReport>> ImportAsync(TestDatabase database, byte[] content)
    {
        using var stream = new MemoryStream(content);
        using var file = TableFile.Open(stream, "模板.xlsx");
        return await database.With<ImportTemplates, IReadOnlyList<ImportTemplates.SheetReport>>(import => import.ExecuteAsync(file, "模板.xlsx", "", false, Actor.System, CancellationToken.None));
    }

    internal static async Task<byte[]> ExportAsync(TestDatabase database, Template? template = null, Actor? actor = null)
    {
        using var stream = new MemoryStream();
        await database.With<ExportTemplate>(async export =>
        {
            var outcome = await export.ExecuteAsync(template, null, "季度汇报", actor ?? Actor.System, CancellationToken.None);
            await XlsxFile.WriteAsync(stream, outcome.Value!.Sheets);
        });
        return stream.ToArray();
    }

    /// <summary>Sheet → rows, each cell with its kind.</summary>
    internal static Dictionary<string, List<string>> Tables(byte[] content)
    {
        using var stream = new MemoryStream(content);
        using var file = TableFile.Open(stream, "模板.xlsx");
        return file.Sheets.Where(sheet => sheet.Visible).ToDictionary(sheet => sheet.Name, sheet => sheet.Rows().Select(row => string.Join(" | ", row.Cells.Select(cell => $"{cell.Kind}:{cell.Raw}"))).ToList());
    }
}
