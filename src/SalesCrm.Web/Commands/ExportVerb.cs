using System.Text;
using SalesCrm.Application.Exports;
using SalesCrm.Application.Imports;
using SalesCrm.Application.Metrics;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Spreadsheets;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Web.Commands;

internal static class ExportVerb
{
    private const string MetricsTable = "metrics";
    private const string All = "all";

    public static Verb Verb { get; } = new(
        "export",
        "TEMPLATE FILE [--as USER] [--period 2024Q1] | metrics FILE.csv --period 2017Q1|2017-03|2017 --by company|office|manager|rep",
        "Writes one of the five templates (1 to 5 or its Chinese name; all for all five) or the figures of a period. Every export is written down.",
        DatabaseUse.Alone,
        RunAsync)
    {
        Words = (2, 2),
        Options = ["as", "period", "by", "reason"],
    };

    private static async Task<int> RunAsync(VerbCall call, CancellationToken cancellationToken)
    {
        var (what, path) = (call.Arguments.Words[0], call.Arguments.Words[1]);
        var period = PeriodOf(call.Arguments.Find("period"));
        if (await ImportVerb.ActorAsync(call, cancellationToken) is not { } actor)
        {
            return await call.RefuseAsync($"There is no active user {call.Arguments.Find("as")}.");
        }

        if (what == MetricsTable)
        {
            return await MetricsAsync(call, path, period ?? throw new UsageException("--period is missing."), actor, cancellationToken);
        }

        if (Templates.Find(what) is not { } template && what != All)
        {
            throw new UsageException($"{what} is no template; there are {string.Join(", ", Templates.All.Select(each => $"{each.Number} {each.Name}"))}.");
        }

        var outcome = await call.Get<ExportTemplate>().ExecuteAsync(Templates.Find(what), period, call.Arguments.Find("reason") ?? "命令行导出", actor, cancellationToken);
        if (outcome is not { Value: { } export })
        {
            return await call.RefuseAsync(string.Join('\n', outcome.Problems.Select(problem => problem.Message.ToString())));
        }

        await using var target = File.Create(path);
        await XlsxFile.WriteAsync(target, export.Sheets, cancellationToken);
        return 0;
    }

    private static async Task<int> MetricsAsync(VerbCall call, string path, Period period, Actor actor, CancellationToken cancellationToken)
    {
        var breakdown = call.Arguments.OneOf<Breakdown>("by");
        var sheet = await call.Get<Application.Metrics.MetricsTable>().ReadAsync(period, breakdown, actor, cancellationToken);
        var allowed = await call.Get<ExportRules>().AllowFiguresAsync(period, sheet.Rows.Count, actor, cancellationToken);
        if (!allowed.IsDone)
        {
            return await call.RefuseAsync(string.Join('\n', allowed.Problems.Select(problem => problem.Message.ToString())));
        }

        await using var writer = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        await MetricsCsv.WriteAsync(sheet, writer, cancellationToken);
        return 0;
    }

    private static Period? PeriodOf(string? written)
        => written is null ? null : Period.TryParse(written, out var period) ? period : throw new UsageException($"{written} is no period: 2017Q1, 2017-03 or 2017.");
}
