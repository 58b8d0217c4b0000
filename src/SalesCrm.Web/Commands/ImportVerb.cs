using System.Security.Cryptography;
using System.Text.Json;
using SalesCrm.Application.Database;
using SalesCrm.Application.Imports.Downloads;
using SalesCrm.Application.Imports.Mapping;
using SalesCrm.Application.Imports.Rows;
using SalesCrm.Application.Imports.Running;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Spreadsheets;
using SalesCrm.Application.Users;

namespace SalesCrm.Web.Commands;

internal static class ImportVerb
{
    private const string AllTemplates = "templates";

    public static Verb Verb { get; } = new(
        "import",
        "KIND FILE [--profile P.json] [--sheet NAME] [--dry-run] [--as USER] [--allow-refused] [--all-or-nothing] [--conflicts mine|theirs]",
        "Imports customers, contacts, leads, opportunities, stages, visits, events, deals, products, users or periods, or with the kind templates the five sheets of a workbook. Prints what became of the rows.",
        DatabaseUse.Alone,
        RunAsync)
    {
        Words = (2, 2),
        Options = ["profile", "sheet", "as", "conflicts"],
        Flags = ["dry-run", "allow-refused", "all-or-nothing"],
    };

    private static async Task<int> RunAsync(VerbCall call, CancellationToken cancellationToken)
    {
        var (kind, path) = (call.Arguments.Words[0], call.Arguments.Words[1]);
        if (await ActorAsync(call, cancellationToken) is not { } actor)
        {
            return await call.RefuseAsync($"There is no active user {call.Arguments.Find("as")}.");
        }

        try
        {
            var content = await File.ReadAllBytesAsync(path, cancellationToken);
            using var stream = new MemoryStream(content);
            using var file = TableFile.Open(stream, Path.GetFileName(path));
            var hash = Convert.ToHexStringLower(SHA256.HashData(content));
            var reports = kind == AllTemplates
                ? await TemplatesAsync(call, file, path, hash, actor, cancellationToken)
                : [await OneAsync(call, kind, file, path, hash, actor, cancellationToken)];
            if (!call.Arguments.Has("dry-run"))
            {
                await call.Get<DatabaseUpkeep>().LearnAsync(cancellationToken);
            }

            await PrintAsync(call, reports);
            return reports.Sum(report => report.Refused) == 0 || call.Arguments.Has("allow-refused") ? 0 : 1;
        }
        catch (TableRefusedException refused)
        {
            return await call.RefuseAsync(refused.Reason.ToString());
        }
        catch (MappingRefusedException refused)
        {
            return await call.RefuseAsync(refused.Reason.ToString());
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return await call.RefuseAsync(exception.Message);
        }
    }

    /// <summary>Whoever is named with --as; otherwise the system itself. Null when there is no such person.</summary>
    internal static async Task<Actor?> ActorAsync(VerbCall call, CancellationToken cancellationToken)
        => call.Arguments.Find("as") is { } name ? await call.Get<ActingUser>().FindAsync(name, cancellationToken) : Actor.System;

    private static async Task<IReadOnlyList<ImportReport>> TemplatesAsync(VerbCall call, TableFile file, string path, string hash, Actor actor, CancellationToken cancellationToken)
        => (await call.Get<ImportTemplates>().ExecuteAsync(file, Path.GetFileName(path), hash, call.Arguments.Has("dry-run"), actor, cancellationToken))
            .Select(sheet => sheet.Report).ToList();

    private static async Task<ImportReport> OneAsync(VerbCall call, string kind, TableFile file, string path, string hash, Actor actor, CancellationToken cancellationToken)
    {
        var profile = call.Arguments.Find("profile") is { } named
            ? MappingProfile.Parse(await File.ReadAllTextAsync(named, cancellationToken))
            : new MappingProfile { Kind = kind };
        if (!profile.Kind.Equals(kind, StringComparison.OrdinalIgnoreCase))
        {
            throw new MappingRefusedException(new("映射文件是“{0}”的，不是“{1}”的", profile.Kind, kind));
        }

        var order = new ImportOrder(file, call.Arguments.Find("sheet"), profile, Path.GetFileName(path), hash, ConflictsOf(call.Arguments.Find("conflicts")));
        var run = call.Get<RunImport>();
        return call.Arguments.Has("dry-run")
            ? await run.CheckAsync(order, actor, null, cancellationToken)
            : await run.CommitAsync(order, new CommitChoice(call.Arguments.Has("all-or-nothing")), actor, null, cancellationToken);
    }

    private static ConflictChoice ConflictsOf(string? word) => word switch
    {
        null => ConflictChoice.Refuse,
        "mine" => ConflictChoice.Mine,
        "theirs" => ConflictChoice.Theirs,
        _ => throw new MappingRefusedException(new("--conflicts 应为 mine 或 theirs")),
    };

    private static Task PrintAsync(VerbCall call, IReadOnlyList<ImportReport> reports)
        => call.Out.WriteLineAsync(JsonSerializer.Serialize(
            new
            {
                Created = reports.Sum(report => report.Created),
                Updated = reports.Sum(report => report.Updated),
                Unchanged = reports.Sum(report => report.Unchanged),
                Refused = reports.Sum(report => report.Refused),
                Rows = reports.SelectMany(report => report.Rows).Where(row => row.Outcome == RowOutcome.Refused)
                    .SelectMany(row => row.Problems, (row, problem) => new { row.Row, problem.Field, Reason = problem.ReasonText.ToString() }),
            },
            JsonOutput.Options));
}
