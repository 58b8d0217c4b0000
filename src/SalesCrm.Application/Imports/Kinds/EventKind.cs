using SalesCrm.Application.Imports.External;
using SalesCrm.Application.Imports.Mapping;
using SalesCrm.Application.Imports.Rows;
using SalesCrm.Application.Imports.Running;
using SalesCrm.Application.Shared.Localization;
using static SalesCrm.Application.Imports.Mapping.FieldReaders;

namespace SalesCrm.Application.Imports.Kinds;

/// <summary>Special events of customers; what other systems keep as cases, tickets and complaints.</summary>
internal sealed class EventKind : ImportKind
{
    private readonly EventBook _events = new();

    public override string Name => "events";

    public override Text Title => "特殊事件";

    public override string TitleField => "Title";

    public override IReadOnlyList<ImportField> Fields { get; } = HeaderWords.AddedTo("events",
    [
        new ImportField("On", "日期", Date).Required(),
        new ImportField("Customer", "客户名称", Line(200)).RequiredUnless(LinkFields.NamesOfAll),
        new ImportField("Title", "主题", Line(200)).RequiredUnless("Text"),
        new ImportField("Type", "类型", Line(50)),
        new ImportField("Status", "状态", Line(50)),
        new ImportField("Resolution", "处理结果", Lines(2000)),
        new ImportField("Text", "内容", Lines(20_000)),
        LinkFields.Own,
        .. LinkFields.ToAnything,
    ]);

    public override async Task CheckAsync(ImportRun run, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
        => await CustomerReference.CheckAsync(run, rows, "Customer", toEdit: false, cancellationToken);

    public override async Task ApplyAsync(ImportRun run, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        await CustomerReference.CreateAsync(run, rows, "Customer", cancellationToken);
        await _events.LoadAsync(run, rows, row => row.Value<DateOnly>("On")!.Value, cancellationToken);
        foreach (var row in rows)
        {
            _events.Apply(run, row, row.Value<DateOnly>("On")!.Value, TextOf(row));
        }
    }

    /// <summary>One sentence: <c>投诉：交货晚了（已关闭）。处理结果：补发</c>.</summary>
    private static string TextOf(ImportRow row)
    {
        var head = string.Join("：", new[] { row.Text("Type"), row.Text("Title") }.OfType<string>()) + (row.Text("Status") is { } status ? $"（{status}）" : "");
        return string.Join("。", new[] { head, row.Text("Resolution") is { } end ? "处理结果：" + end : null, row.Text("Text") }.Where(part => !string.IsNullOrEmpty(part)));
    }
}
