using SalesCrm.Application.Database;
using SalesCrm.Application.Imports.Kinds;
using SalesCrm.Application.Imports.Rows;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Spreadsheets;

namespace SalesCrm.Application.Imports.Running;

/// <summary>Imports a workbook that holds the five templates, or some of them, each on the sheet of its name; all in one transaction.</summary>
public sealed class ImportTemplates(CrmDbContext db, RunImport run)
{
    public sealed record SheetReport(string Sheet, ImportReport Report);

    /// <exception cref="TableRefusedException">The file cannot be read, or has none of the sheets.</exception>
    public async Task<IReadOnlyList<SheetReport>> ExecuteAsync(TableFile file, string fileName, string fileHash, bool isDry, Actor actor, CancellationToken cancellationToken)
    {
        var sheets = Templates.All.Select(template => (Template: template, Sheet: file.Sheets.FirstOrDefault(sheet => Templates.Find(sheet.Name) == template))).Where(pair => pair.Sheet is not null).ToList();
        if (sheets.Count == 0)
        {
            throw new TableRefusedException(new Text("没有一张工作表是模板，应为：{0}", string.Join('、', Templates.All.Select(template => template.Name))));
        }

        return isDry ? await AllAsync(cancellationToken) : await db.InTransactionAsync(actor, AllAsync, cancellationToken);

        async Task<IReadOnlyList<SheetReport>> AllAsync(CancellationToken token)
        {
            var reports = new List<SheetReport>();
            foreach (var (template, sheet) in sheets)
            {
                var kind = await ImportKinds.CreateAsync(db, template.Kind, actor, token);
                var order = new ImportOrder(file, sheet!.Name, ImportSheet.Of(file, sheet.Name, kind.AllFields).Of(template, kind), fileName, fileHash);
                reports.Add(new(sheet.Name, isDry
                    ? await run.CheckAsync(order, actor, null, token)
                    : await run.CommitAsync(order, new CommitChoice(AllOrNothing: false), actor, null, token)));
            }

            return reports;
        }
    }
}
